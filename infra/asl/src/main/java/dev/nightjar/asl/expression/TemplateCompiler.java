package dev.nightjar.asl.expression;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Compiles the expressions in a JSON value. Used by one thread. */
final class TemplateCompiler {
    private final ExpressionLanguage language;
    private final StatesFields offered;
    private final Template.Complaints complaints;

    TemplateCompiler(
            ExpressionLanguage language, StatesFields offered, Template.Complaints complaints) {
        this.language = language;
        this.offered = offered;
        this.complaints = complaints;
    }

    Template compile(JsonNode source, String pointer) {
        return switch (source) {
            case ObjectNode object -> compileObject(object, pointer);
            case ArrayNode array -> compileArray(array, pointer);
            default ->
                    source.isString() && Template.isExpression(source.stringValue())
                            ? compileText(source, pointer)
                            : new Template.Literal(source);
        };
    }

    private Template compileText(JsonNode source, String pointer) {
        String text = source.stringValue();
        try {
            Expression expression = language.compile(text.substring(2, text.length() - 2).strip());
            expression
                    .unsupportedReferences(offered)
                    .forEach(message -> complaints.reference(pointer, message));
            return new Template.Single(source, expression);
        } catch (ExpressionSyntaxException problem) {
            complaints.syntax(pointer, problem.text());
            return new Template.Literal(source);
        }
    }

    private Template compileObject(ObjectNode object, String pointer) {
        SequencedMap<String, Template> members = new LinkedHashMap<>();
        object.properties()
                .forEach(
                        entry -> {
                            String name = entry.getKey();
                            String escaped = name.replace("~", "~0").replace("/", "~1");
                            members.put(name, compile(entry.getValue(), pointer + "/" + escaped));
                        });
        boolean literal = members.values().stream().allMatch(Template.Literal.class::isInstance);
        return literal ? new Template.Literal(object) : new Template.Members(object, members);
    }

    private Template compileArray(ArrayNode array, String pointer) {
        List<Template> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            elements.add(compile(array.get(i), pointer + "/" + i));
        }
        boolean literal = elements.stream().allMatch(Template.Literal.class::isInstance);
        return literal ? new Template.Literal(array) : new Template.Elements(array, elements);
    }
}
