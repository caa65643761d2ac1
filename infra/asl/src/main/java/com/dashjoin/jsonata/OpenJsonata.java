package com.dashjoin.jsonata;

import com.dashjoin.jsonata.Parser.Symbol;
import com.dashjoin.jsonata.Utils.JList;
import com.dashjoin.jsonata.Utils.RangeList;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The library's evaluator with its seams open: operators, functions and limits are asked from
 * {@link OpenRules}, everything else (paths, bindings, sorting, closures, tail calls) is the
 * library's.
 *
 * <p>It stands in the library's package because the methods that it overrides are visible there
 * only; it works on the class path, not as a named module. Immutable and safe for use by many
 * threads: what belongs to one evaluation hangs on its frames.
 */
@NullMarked
public final class OpenJsonata extends Jsonata {
    private static final Jsonata SEED = seed();

    private final OpenRules rules;

    public OpenJsonata(Symbol tree, OpenRules rules) {
        super(SEED);
        this.ast = tree;
        this.rules = rules;
    }

    private static Jsonata seed() {
        Jsonata seed = new Jsonata("1");
        current.remove();
        return seed;
    }

    /** Hears of every step of one evaluation, and stops it by throwing. */
    public interface Guard {
        void enter();

        void leave();

        /** A sequence of so many elements is about to exist. */
        void sequence(int length);
    }

    /** A function of ours. */
    public abstract static class OpenFunction extends JFunction {
        protected OpenFunction() {
            super((_, _) -> null, null);
        }

        /** The number of parameters that higher-order functions fill. */
        public abstract int arity();

        public abstract @Nullable Object invoke(Call call, List<@Nullable Object> arguments);
    }

    /** Where a function is called. */
    public final class Call {
        private final @Nullable Object context;
        private final Frame frame;

        private Call(@Nullable Object context, Frame frame) {
            this.context = context;
            this.frame = frame;
        }

        /** The context value, which stands in for missing arguments. */
        public @Nullable Object context() {
            return context;
        }

        public Guard guard() {
            return guardOf(frame);
        }

        /** Calls a function value back. */
        public @Nullable Object apply(@Nullable Object function, List<?> arguments) {
            return OpenJsonata.this.apply(function, arguments, null, frame);
        }
    }

    /** Where nodes are evaluated. */
    public final class Scope {
        private final Frame frame;

        private Scope(Frame frame) {
            this.frame = frame;
        }

        public @Nullable Object evaluate(Symbol node, @Nullable Object context) {
            return OpenJsonata.this.evaluate(node, context, frame);
        }

        /** This scope with the bindings of a tuple; {@code @} is its context value. */
        public Scope with(Object tuple) {
            return new Scope(frameOf(frame, tuple));
        }

        /** One tuple of all of a group. */
        public Map<?, ?> merged(@Nullable Object tuples) {
            return (Map<?, ?>) reduceTupleStream(tuples);
        }

        public Guard guard() {
            return guardOf(frame);
        }
    }

    private static final class OpenFrame extends Frame {
        private final @Nullable Guard guard;

        OpenFrame(@Nullable Frame parent, @Nullable Guard guard) {
            super(parent);
            this.guard = guard;
        }

        /** As the library's, but knows that nobody listens to the entry and exit of nodes. */
        @Override
        public @Nullable Object lookup(String name) {
            if (name.startsWith("__evaluate_")) {
                return null;
            }
            for (Frame frame = this; frame != null; frame = frame.parent) {
                Object value = frame.bindings.get(name);
                if (value != null || frame.bindings.containsKey(name)) {
                    return value;
                }
            }
            return null;
        }
    }

    /** A frame of variables that is the root of others, and of no evaluation. */
    public static Frame rootFrame(Map<String, ?> variables) {
        Frame frame = new OpenFrame(null, null);
        variables.forEach((name, value) -> frame.bind(name, (Object) value));
        return frame;
    }

    /** A frame of one evaluation. */
    public static Frame frame(Frame parent, Guard guard) {
        return new OpenFrame(parent, guard);
    }

    /** The value of the expression, with no context value. */
    public @Nullable Object evaluateIn(Frame frame) {
        return evaluate(ast, null, frame);
    }

    /** The number of parameters of a function value. */
    public static int arity(Object function) {
        return switch (function) {
            case OpenFunction open -> open.arity();
            case Symbol lambda -> lambda.arguments.size();
            case Pattern _ -> 2;
            default -> 0;
        };
    }

    public static boolean isFunction(@Nullable Object value) {
        return Utils.isFunction(value) || Functions.isLambda(value) || value instanceof Pattern;
    }

    /** The catalogue's sentence of a code, with its placeholders, or null. */
    public static @Nullable String sentence(String code) {
        return errorCodes.get(code);
    }

    private static Guard guardOf(Frame frame) {
        Guard guard = frame instanceof OpenFrame open ? open.guard : null;
        if (guard == null) {
            throw new IllegalStateException("a frame of no evaluation");
        }
        return guard;
    }

    @Override
    Jsonata getPerThreadInstance() {
        return this;
    }

    @Override
    public Frame createFrame(@Nullable Frame enclosing) {
        return new OpenFrame(enclosing, enclosing instanceof OpenFrame open ? open.guard : null);
    }

    @Override
    @Nullable Object evaluate(Symbol node, @Nullable Object input, Frame frame) {
        Guard guard = guardOf(frame);
        guard.enter();
        try {
            Object value = _evaluate(node, input, frame);
            if (value instanceof List<?> list) {
                guard.sequence(list.size());
            }
            return value;
        } finally {
            guard.leave();
        }
    }

    @Override
    @Nullable Object evaluateBinary(Symbol node, @Nullable Object input, Frame frame) {
        String operator = String.valueOf(node.value);
        Object left = evaluate(node.lhs, input, frame);
        if (operator.equals("and") || operator.equals("or")) {
            try {
                boolean first = rules.isTrue(left);
                return first == operator.equals("or")
                        ? (Object) first
                        : rules.isTrue(evaluate(node.rhs, input, frame));
            } catch (JException problem) {
                throw rules.directlyWithin(problem, operator);
            }
        }
        Object right = evaluate(node.rhs, input, frame);
        return rules.operate(operator, left, right, guardOf(frame));
    }

    @Override
    @Nullable Object evaluateUnary(Symbol node, @Nullable Object input, Frame frame) {
        return switch (String.valueOf(node.value)) {
            case "-" -> rules.negate(evaluate(node.expression, input, frame));
            case "[" -> array(node, input, frame);
            default -> evaluateGroupExpression(node, input, frame);
        };
    }

    private Object array(Symbol node, @Nullable Object input, Frame frame) {
        JList<@Nullable Object> array = new JList<>();
        for (Symbol item : node.expressions) {
            Object value = evaluate(item, input, frame);
            boolean nested = "[".equals(String.valueOf(item.value));
            boolean alone = node.expressions.size() == 1 && !node.consarray;
            if (value instanceof RangeList && alone && !nested) {
                return value;
            }
            if (value instanceof List<?> list && !nested) {
                guardOf(frame).sequence(array.size() + list.size());
                array.addAll(list);
            } else if (value != null) {
                array.add(value);
            }
        }
        array.cons = node.consarray;
        return array;
    }

    @Override
    @Nullable Object evaluateCondition(Symbol node, @Nullable Object input, Frame frame) {
        if (rules.isTrue(evaluate(node.condition, input, frame))) {
            return evaluate(node.then, input, frame);
        }
        return node._else == null ? null : evaluate(node._else, input, frame);
    }

    /** As the library's, but stops a flattened sequence before it grows too long. */
    @Override
    @Nullable Object evaluateStep(Symbol step, Object input, Frame frame, boolean last) {
        if (step.type.equals("sort")) {
            return super.evaluateStep(step, input, frame, last);
        }
        List<Object> results = new ArrayList<>();
        for (Object item : (List<?>) input) {
            Object value = evaluate(step, item, frame);
            if (step.stages != null) {
                for (Symbol stage : step.stages) {
                    value = evaluateFilter(stage.expr, value, frame);
                }
            }
            if (value != null) {
                results.add(value);
            }
        }
        if (last
                && results.size() == 1
                && results.getFirst() instanceof List<?> only
                && !Utils.isSequence(only)) {
            return only;
        }
        return flattened(results, guardOf(frame));
    }

    private static List<Object> flattened(List<Object> results, Guard guard) {
        List<Object> sequence = Utils.createSequence();
        for (Object value : results) {
            if (value instanceof List<?> list && !(list instanceof JList<?> own && own.cons)) {
                guard.sequence(sequence.size() + list.size());
                sequence.addAll(list);
            } else {
                sequence.add(value);
            }
        }
        return sequence;
    }

    @Override
    Object evaluateFilter(Object filter, @Nullable Object input, Frame frame) {
        Symbol predicate = (Symbol) filter;
        List<?> items = input instanceof List<?> list ? list : Utils.createSequence(input);
        boolean tuples = items instanceof JList<?> own && own.tupleStream;
        Number index = predicate.value instanceof Number number ? number : null;
        return rules.filter(predicate, index, items, tuples, new Scope(frame));
    }

    /**
     * An empty sequence: it is undefined when nothing is added, and its element when one is.
     *
     * @param tuples whether its elements carry bindings
     */
    public static List<@Nullable Object> sequence(boolean tuples) {
        JList<@Nullable Object> sequence = new JList<>();
        sequence.sequence = true;
        sequence.tupleStream = tuples;
        return sequence;
    }

    public static List<@Nullable Object> sequence() {
        return sequence(false);
    }

    @SuppressWarnings("unchecked")
    private Frame frameOf(Frame frame, @Nullable Object tuple) {
        return createFrameFromTuple(frame, (Map<String, Object>) tuple);
    }

    @Override
    Object evaluateGroupExpression(Symbol node, @Nullable Object input, Frame frame) {
        List<?> items = input instanceof List<?> list ? list : Utils.createSequence(input);
        boolean tuples = items instanceof JList<?> own && own.tupleStream;
        return rules.group(node.lhsObject, items, tuples, new Scope(frame));
    }

    @Override
    Object evaluateSortExpression(Symbol node, Object input, Frame frame) {
        List<?> items = (List<?>) input;
        boolean tuples = items instanceof JList<?> own && own.tupleStream;
        List<Symbol> terms = node.terms.stream().map(term -> term.expression).toList();
        List<Boolean> descending = node.terms.stream().map(term -> term.descending).toList();
        return rules.sort(terms, descending, items, tuples, new Scope(frame));
    }

    @Override
    Object evaluateTransformExpression(Symbol node, @Nullable Object input, Frame frame) {
        return rules.transform(node.pattern, node.update, node.delete, new Scope(frame));
    }

    @Override
    @Nullable Object evaluateApplyExpression(Symbol node, @Nullable Object input, Frame frame) {
        Object left = evaluate(node.lhs, input, frame);
        if (node.rhs.type.equals("function")) {
            return evaluateFunction(node.rhs, input, frame, left);
        }
        Object function = evaluate(node.rhs, input, frame);
        if (!isFunction(function)) {
            throw rules.error("T2006", Map.of());
        }
        if (!isFunction(left)) {
            return apply(function, one(left), null, frame);
        }
        Object chain = evaluate(chainAST(), null, frame);
        return apply(chain, List.of(left, function), null, frame);
    }

    private static List<@Nullable Object> one(@Nullable Object value) {
        List<@Nullable Object> list = new ArrayList<>(1);
        list.add(value);
        return list;
    }

    @Override
    @Nullable Object evaluateFunction(
            Symbol node, @Nullable Object input, Frame frame, @Nullable Object first) {
        Object procedure = evaluate(node.procedure, input, frame);
        Object name = nameOf(node);
        if (procedure == null && isForgottenDollar(node, frame)) {
            throw rules.error("T1005", Map.of("token", name));
        }
        List<@Nullable Object> arguments = isNone(first) ? new ArrayList<>() : one(first);
        for (Symbol argument : node.arguments) {
            arguments.add(evaluate(argument, input, frame));
        }
        try {
            return apply(procedure, arguments, input, frame);
        } catch (JException problem) {
            throw rules.within(problem, name);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the library's mark of no argument
    private static boolean isNone(@Nullable Object argument) {
        return argument == Utils.NONE;
    }

    private static Object nameOf(Symbol node) {
        Symbol procedure = node.procedure;
        Object name =
                procedure.type.equals("path") ? procedure.steps.get(0).value : procedure.value;
        return name == null ? "" : name;
    }

    private static boolean isForgottenDollar(Symbol node, Frame frame) {
        return node.procedure.type.equals("path")
                && frame.lookup(String.valueOf(node.procedure.steps.get(0).value)) != null;
    }

    @Override
    @Nullable Object apply(
            @Nullable Object function, Object arguments, @Nullable Object input, Object frame) {
        Object result = applyInner(function, arguments, input, frame);
        while (result instanceof Symbol thunk && thunk._jsonata_lambda && thunk.thunk) {
            Symbol call = thunk.body;
            Object next = evaluate(call.procedure, thunk.input, thunk.environment);
            List<@Nullable Object> values = new ArrayList<>();
            for (Symbol argument : call.arguments) {
                values.add(evaluate(argument, thunk.input, thunk.environment));
            }
            try {
                result = applyInner(next, values, input, frame);
            } catch (JException problem) {
                throw rules.within(problem, nameOf(call));
            }
        }
        return result;
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable Object applyInner(
            @Nullable Object function, Object arguments, @Nullable Object input, Object frame) {
        List<@Nullable Object> list = (List<@Nullable Object>) arguments;
        return switch (function) {
            case OpenFunction open -> open.invoke(new Call(input, (Frame) frame), list);
            case Symbol lambda when lambda._jsonata_lambda ->
                    applyProcedure(
                            lambda,
                            lambda.signature == null
                                    ? list
                                    : rules.validate(lambda.signature, list, input));
            case Pattern pattern ->
                    rules.match(
                            pattern,
                            list.isEmpty() ? null : list.getFirst(),
                            guardOf((Frame) frame));
            case null, default -> throw rules.error("T1006", Map.of());
        };
    }

    @Override
    Object evaluatePartialApplication(Symbol node, @Nullable Object input, Frame frame) {
        List<@Nullable Object> arguments = new ArrayList<>();
        Set<Integer> holes = new HashSet<>();
        for (Symbol argument : node.arguments) {
            if (argument.type.equals("operator")) {
                holes.add(arguments.size());
                arguments.add(null);
            } else {
                arguments.add(evaluate(argument, input, frame));
            }
        }
        Object function = evaluate(node.procedure, input, frame);
        if (function == null && isForgottenDollar(node, frame)) {
            throw rules.error("T1007", Map.of("token", nameOf(node)));
        }
        if (function != null && isFunction(function)) {
            return rules.partial(function, arguments, holes);
        }
        throw rules.error("T1008", Map.of());
    }
}
