package dev.nightjar.asl.expression;

import com.dashjoin.jsonata.OpenJsonata.Call;
import com.dashjoin.jsonata.OpenJsonata.OpenFunction;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A function of the language. Immutable and safe for use by many threads. */
final class Function extends OpenFunction {
    private final String name;
    private final @Nullable Signature signature;
    private final int arity;
    private final Body body;

    /** What a function does with its validated arguments. */
    interface Body {
        @Nullable Object call(Call call, List<@Nullable Object> arguments);
    }

    /** A body that does not call back and needs no limits. */
    interface Plain {
        @Nullable Object call(List<@Nullable Object> arguments);
    }

    private Function(String name, @Nullable Signature signature, int arity, Body body) {
        this.name = name;
        this.signature = signature;
        this.arity = arity;
        this.body = body;
    }

    static Function calling(String signature, Body body) {
        Signature parsed = new Signature(signature);
        return new Function("", parsed, parsed.size(), body);
    }

    static Function plain(String signature, Plain body) {
        return calling(signature, (_, arguments) -> body.call(arguments));
    }

    /** A body that is not called when its first argument is undefined, but is undefined itself. */
    static Function defined(String signature, Plain body) {
        return definedBy(signature, (_, arguments) -> body.call(arguments));
    }

    static Function definedBy(String signature, Body body) {
        return calling(
                signature,
                (call, arguments) ->
                        arguments.getFirst() == null ? null : body.call(call, arguments));
    }

    /** A function that looks at its arguments itself. */
    static Function unchecked(int arity, Body body) {
        return new Function("", null, arity, body);
    }

    /** The same, for which higher-order functions fill another number of parameters. */
    Function withArity(int other) {
        return new Function(name, signature, other, body);
    }

    /** The same under its name, which errors tell. */
    Function named(String ownName) {
        return new Function(ownName, signature, arity, body);
    }

    @Override
    public int arity() {
        return arity;
    }

    @Override
    public @Nullable Object invoke(Call call, List<@Nullable Object> arguments) {
        try {
            return body.call(
                    call,
                    signature == null ? arguments : signature.validate(arguments, call.context()));
        } catch (JsonataError error) {
            throw name.isEmpty() ? error : error.within(name);
        }
    }
}
