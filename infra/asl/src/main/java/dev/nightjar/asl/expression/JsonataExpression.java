package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.OpenJsonata;
import com.dashjoin.jsonata.OpenParser;
import com.dashjoin.jsonata.Parser.Symbol;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** An expression of the library, with AWS's functions, limits and messages around it. */
final class JsonataExpression implements Expression {
    private static final Operators OPERATORS = new Operators();
    private static final Frame FUNCTIONS = OpenJsonata.rootFrame(functions());

    private final String source;
    private final OpenJsonata compiled;
    private final List<References.Reference> references;

    private JsonataExpression(String source, Symbol tree) {
        this.source = source;
        this.compiled = new OpenJsonata(tree, OPERATORS);
        this.references = References.in(tree);
    }

    private static Map<String, Function> functions() {
        Map<String, Function> functions = new HashMap<>();
        functions.putAll(NumberFunctions.all());
        functions.putAll(StringFunctions.all());
        functions.putAll(MatchFunctions.all());
        functions.putAll(CollectionFunctions.all());
        functions.putAll(HigherOrderFunctions.all());
        functions.putAll(TimeFunctions.all());
        functions.putAll(AwsFunctions.all());
        functions.replaceAll((name, function) -> function.named(name));
        return functions;
    }

    static JsonataExpression compile(String source) throws ExpressionSyntaxException {
        try {
            return new JsonataExpression(source, OpenParser.treeOf(source, Signature::new));
        } catch (JException problem) {
            throw new ExpressionSyntaxException(JsonataMessage.of(problem));
        } catch (PatternSyntaxException problem) {
            throw new ExpressionSyntaxException(
                    "Invalid regular expression: " + problem.getDescription());
        } catch (RuntimeException | StackOverflowError _) {
            // The library's parser answers some wrong texts with whatever it stumbled over.
            throw new ExpressionSyntaxException("Invalid JSONata expression");
        }
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<String> unsupportedReferences(StatesFields offered) {
        return references.stream()
                .filter(each -> !offered.offers(each.states()))
                .map(References.Reference::message)
                .toList();
    }

    @Override
    public JsonNode evaluate(Bindings bindings, String field) throws ExpressionFailure {
        Frame frame = OpenJsonata.frame(FUNCTIONS, new Evaluation(bindings, System::nanoTime));
        bindings.variables().forEach((name, value) -> frame.bind(name, JsonView.of(value)));
        Answer answer = call(frame, field);
        if (answer.value() == null) {
            throw ExpressionFailure.undefined(source, field);
        }
        if (answer.json() == null) {
            throw ExpressionFailure.unsupported(source, field);
        }
        return answer.json();
    }

    private record Answer(@Nullable Object value, @Nullable JsonNode json) {}

    /** Every Throwable of the library, also the overflow of a stack, is a failure of this field. */
    private Answer call(Frame frame, String field) throws ExpressionFailure {
        try {
            Object value = compiled.evaluateIn(frame);
            return new Answer(value, JsonView.toJson(value));
        } catch (Evaluation.Exceeded exceeded) {
            throw ExpressionFailure.threw(source, field, ": " + exceeded.sentence());
        } catch (JException problem) {
            String detail = ". " + problem.getError() + ": " + JsonataMessage.of(problem);
            throw ExpressionFailure.threw(source, field, detail);
        } catch (StackOverflowError _) {
            throw ExpressionFailure.threw(source, field, ": " + Evaluation.DEPTH);
        } catch (OutOfMemoryError _) {
            throw ExpressionFailure.threw(source, field, ": " + Evaluation.MEMORY);
        } catch (RuntimeException problem) {
            throw ExpressionFailure.threw(source, field, ": " + rootOf(problem));
        }
    }

    private static String rootOf(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
