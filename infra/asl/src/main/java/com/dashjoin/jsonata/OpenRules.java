package com.dashjoin.jsonata;

import com.dashjoin.jsonata.OpenJsonata.Guard;
import com.dashjoin.jsonata.OpenJsonata.OpenFunction;
import com.dashjoin.jsonata.OpenJsonata.Scope;
import com.dashjoin.jsonata.Parser.Symbol;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What {@link OpenJsonata} asks: operators, predicates, sorting, grouping and errors.
 * Implementations are immutable.
 */
@NullMarked
public interface OpenRules {
    /** Any operator with two sides but {@code and} and {@code or}. */
    @Nullable Object operate(
            String operator, @Nullable Object left, @Nullable Object right, Guard guard);

    /** The unary minus. */
    @Nullable Object negate(@Nullable Object operand);

    /** Whether a value counts as true. */
    boolean isTrue(@Nullable Object value);

    /** The first match of a regular expression, or null. */
    @Nullable Object match(Pattern pattern, @Nullable Object text, Guard guard);

    /**
     * An object constructor, or a grouping of items.
     *
     * @param pairs keys and values
     * @param tuples whether the items carry bindings
     */
    Object group(List<Symbol[]> pairs, List<?> items, boolean tuples, Scope scope);

    /**
     * Items in order.
     *
     * @param terms what to compare
     * @param descending of which terms the greater goes first
     * @param tuples whether the items carry bindings
     */
    List<?> sort(
            List<Symbol> terms,
            List<Boolean> descending,
            List<?> items,
            boolean tuples,
            Scope scope);

    /** The arguments as the signature of a closure takes them. */
    List<@Nullable Object> validate(
            Object signature, List<@Nullable Object> arguments, @Nullable Object context);

    /**
     * The items that a predicate selects.
     *
     * @param index the predicate when it is a number in the text, else null
     * @param tuples whether the items carry bindings
     */
    Object filter(
            Symbol predicate, @Nullable Number index, List<?> items, boolean tuples, Scope scope);

    /**
     * A function, some of whose arguments are given already.
     *
     * @param holes the places of those that are not
     */
    OpenFunction partial(Object function, List<@Nullable Object> given, Set<Integer> holes);

    /** A transform, as a function of what it transforms. */
    OpenFunction transform(Symbol pattern, Symbol update, @Nullable Symbol delete, Scope scope);

    /** An error of the language. */
    JException error(String code, Map<String, ?> inserts);

    /** The same error, which now knows the operator or function that it happened in. */
    JException within(JException problem, @Nullable Object token);

    /** The same error, whoever it happened in before. */
    JException directlyWithin(JException problem, Object token);
}
