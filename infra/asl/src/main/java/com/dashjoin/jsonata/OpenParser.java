package com.dashjoin.jsonata;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The library's parser at the level of JSONata 2.0.6, which is AWS's, and a reader of its tree.
 *
 * <p>It stands in the library's package because parser, tokens and the fields of the tree are
 * visible there only; it works on the class path, not as a named module. What the tree means is not
 * judged here. Used under its own lock.
 */
@NullMarked
public final class OpenParser extends Parser {
    @Serial private static final long serialVersionUID = 1L;

    private static final OpenParser SHARED = new OpenParser();

    private transient Function<String, Object> signatures = notation -> notation;

    private OpenParser() {}

    /**
     * The processed tree of a text.
     *
     * @param signatures makes what a closure's signature becomes of its notation
     * @throws JException when the text is not JSONata 2.0.6
     * @throws RuntimeException of any kind for a wrong text that the library stumbles over
     */
    public static Symbol treeOf(String text, Function<String, Object> signatures) {
        synchronized (SHARED) {
            SHARED.signatures = signatures;
            SHARED.ancestry.clear();
            SHARED.ancestorIndex = 0;
            SHARED.ancestorLabel = 0;
            try {
                return SHARED.parse(text);
            } catch (JException problem) {
                throw problem;
            } catch (RuntimeException problem) {
                throw coded(problem);
            }
        }
    }

    /** As the library's, with signatures of our own: it takes null for a missing argument. */
    @Override
    Symbol processAST(Symbol raw) {
        Symbol processed = super.processAST(raw);
        if (raw != null && "lambda".equals(raw.type) && raw.signature != null) {
            processed.signature = signatures.apply(notationAfter(raw.position));
        }
        return processed;
    }

    /** The text between the angle brackets that follow a list of parameters, with them. */
    private String notationAfter(int position) {
        int start = source.indexOf('<', source.indexOf(')', position));
        int depth = 0;
        int end = start;
        do {
            depth += source.charAt(end) == '<' ? 1 : source.charAt(end) == '>' ? -1 : 0;
            end++;
        } while (depth > 0 && end < source.length());
        return source.substring(start, end);
    }

    /** The library throws two sentences of its catalogue as they are, without their codes. */
    private static RuntimeException coded(RuntimeException problem) {
        for (String code : List.of("S0401", "S0402")) {
            if (String.valueOf(Jsonata.errorCodes.get(code)).equals(problem.getMessage())) {
                return new JException(code);
            }
        }
        return problem;
    }

    /** As the library's, over tokens of our own. */
    @Override
    public Symbol parse(String text) {
        source = text;
        lexer = new Tokens(text);
        advance();
        Symbol tree = expression(0);
        if (!node.id.equals("(end)")) {
            throw new JException("S0201", node.position, node.value);
        }
        tree = processAST(tree);
        if (tree.type.equals("parent") || tree.seekingParent != null) {
            throw new JException("S0217", tree.position, tree.type);
        }
        return tree;
    }

    /** The kind of a node, e.g. {@code path}, {@code name}, {@code variable}. */
    public static String kind(Symbol node) {
        return String.valueOf(node.type);
    }

    /** The node's own text: of a name the name, of a variable the name without its dollar. */
    public static String text(Symbol node) {
        return String.valueOf(node.value);
    }

    /** Characters before the end of the node's first token. */
    public static int position(Symbol node) {
        return node.position;
    }

    /** The steps of a path; empty for anything else. */
    public static List<Symbol> steps(Symbol node) {
        return node.steps == null ? List.of() : node.steps;
    }

    /** The children that see the same context value as the node; of a path that is its head. */
    public static List<Symbol> outer(Symbol node) {
        List<Symbol> children = new ArrayList<>();
        if (node.steps != null) {
            children.add(node.steps.getFirst());
        }
        if (!"bind".equals(node.type)) {
            add(children, node.lhs);
        }
        add(children, node.rhs, node.expression, node.condition, node.then, node._else);
        add(children, node.procedure, node.body);
        addAll(children, node.expressions);
        if (!"lambda".equals(node.type)) {
            addAll(children, node.arguments);
        }
        addPairs(children, node.lhsObject);
        return children;
    }

    /** The children that see a context value of their own: items, groups, clones. */
    public static List<Symbol> inner(Symbol node) {
        List<Symbol> children = new ArrayList<>();
        if (node.steps != null) {
            children.addAll(node.steps.subList(1, node.steps.size()));
        }
        addFilters(children, node.predicate);
        addFilters(children, node.stages);
        if (node.terms != null) {
            node.terms.forEach(term -> children.add(term.expression));
        }
        if (node.group != null) {
            addPairs(children, node.group.lhsObject);
        }
        add(children, node.pattern, node.update, node.delete);
        return children;
    }

    private static void add(List<Symbol> children, @Nullable Symbol... more) {
        for (Symbol each : more) {
            if (each != null) {
                children.add(each);
            }
        }
    }

    private static void addAll(List<Symbol> children, @Nullable List<Symbol> more) {
        if (more != null) {
            children.addAll(more);
        }
    }

    private static void addPairs(List<Symbol> children, @Nullable List<Symbol[]> pairs) {
        if (pairs != null) {
            pairs.forEach(pair -> children.addAll(Arrays.asList(pair)));
        }
    }

    private static void addFilters(List<Symbol> children, @Nullable List<Symbol> stages) {
        if (stages != null) {
            for (Symbol stage : stages) {
                if (stage.expr instanceof Symbol filter) {
                    children.add(filter);
                }
            }
        }
    }

    /** The library's tokens, without the operators that came after 2.0.6. */
    private static final class Tokens extends Tokenizer {
        @Serial private static final long serialVersionUID = 1L;

        private static final Pattern NUMBER = Pattern.compile("[0-9.]+([Ee][-+]?[0-9]+)?");

        /** A blank at the end keeps the library from looking beyond it. */
        Tokens(String text) {
            super(text + " ");
        }

        @Override
        @Nullable Token next(boolean infix) {
            depth = 0;
            try {
                Token token = super.next(infix);
                if (token != null && ("??".equals(token.value) || "?:".equals(token.value))) {
                    position--;
                    token.value = '?';
                    token.position = position;
                }
                return token;
            } catch (StringIndexOutOfBoundsException _) {
                throw new JException("S0106", position);
            } catch (JException problem) {
                throw "S0102".equals(problem.getError()) ? outOfRange() : problem;
            }
        }

        private JException outOfRange() {
            Matcher number = NUMBER.matcher(path);
            boolean found = number.find(position);
            return new JException("S0102", position, found ? number.group() : "");
        }
    }
}
