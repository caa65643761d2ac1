package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/** An expression of the library, with AWS's functions, limits and messages around it. */
final class JsonataExpression implements Expression {
    private final String source;
    private final Jsonata compiled;

    private JsonataExpression(String source, Jsonata compiled) {
        this.source = source;
        this.compiled = compiled;
    }

    static JsonataExpression compile(String source) throws ExpressionSyntaxException {
        Jsonata compiled;
        try {
            compiled = Jsonata.jsonata(source);
        } catch (JException problem) {
            throw new ExpressionSyntaxException(JsonataMessage.of(problem));
        } catch (RuntimeException | StackOverflowError _) {
            // The library's parser answers some wrong texts with whatever it stumbled over.
            throw new ExpressionSyntaxException("Invalid JSONata expression");
        }
        compiled.setOutputConvertNulls(false);
        compiled.setValidateInput(false);
        AwsFunctions.bindTo(compiled);
        return new JsonataExpression(source, compiled);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public JsonNode evaluate(Bindings bindings, String field) throws ExpressionFailure {
        Jsonata.Frame frame = new Jsonata.Frame(null);
        bindings.variables().forEach((name, value) -> frame.bind(name, JsonView.of(value)));
        Bounds.around(frame);
        Object value = call(frame, bindings, field);
        if (value == null) {
            throw ExpressionFailure.undefined(source, field);
        }
        JsonNode json = JsonView.toJson(value);
        if (json == null) {
            throw ExpressionFailure.unsupported(source, field);
        }
        return json;
    }

    /** Every Throwable of the library, also the overflow of a stack, is a failure of this field. */
    private @Nullable Object call(Jsonata.Frame frame, Bindings bindings, String field)
            throws ExpressionFailure {
        try {
            return AwsFunctions.within(bindings, () -> compiled.evaluate(null, frame));
        } catch (Bounds.Exceeded exceeded) {
            throw ExpressionFailure.threw(source, field, ": " + exceeded.getMessage());
        } catch (JException problem) {
            String detail = ". " + problem.getError() + ": " + JsonataMessage.of(problem);
            throw ExpressionFailure.threw(source, field, detail);
        } catch (StackOverflowError _) {
            throw ExpressionFailure.threw(source, field, ": " + Bounds.DEPTH);
        } catch (OutOfMemoryError _) {
            throw ExpressionFailure.threw(source, field, ": " + Bounds.MEMORY);
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
