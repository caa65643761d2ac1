package dev.nightjar.asl.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions answer as those of JSONata 2.0.6. */
final class FunctionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$formatNumber(1234.5678, '#,##0.00') | '1,234.57'",
                "$formatNumber(0.123, '#0.0%') | '12.3%'",
                "$formatNumber(0.0123, '0‰') | '12‰'",
                "$formatNumber(-3.5, '0.0') | '-3.5'",
                "$formatNumber(-3.5, '0.0;(0.0)') | '(3.5)'",
                "$formatNumber(1234.5, '0.0e0') | '1.2e3'",
                "$formatNumber(0.00123, '0.0e00') | '1.2e-03'",
                "$formatNumber(0, '0.0e0') | '0.0e0'",
                "$formatNumber(5, '000') | '005'",
                "$formatNumber(0.5, '#.#') | '.5'",
                "$formatNumber(1234, '#.##0,0', {'decimal-separator': ',', 'grouping-separator':"
                        + " '.'}) | '1.234,0'",
                "$formatNumber(15, '００', {'zero-digit': '０'}) | '１５'",
            })
    void formatNumbersByPictures(String expression, String answer) throws Exception {
        assertThat(Answers.to(expression)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0;0;0 | D3080",
                "0.0.0 | D3081",
                "0%% | D3082",
                "0‰‰ | D3083",
                "0%‰ | D3084",
                ". | D3085",
                "x | D3086",
                "0x0 | D3086",
                "0,.0 | D3087",
                "0, | D3088",
                "0,,0 | D3089",
                "0# | D3090",
                "0.#0 | D3091",
                "0e0% | D3092",
                "#0e | D3093",
                "0ex | D3093",
            })
    void refuseWrongPictures(String picture, String code) throws Exception {
        assertThat(Answers.code("$formatNumber(1, '" + picture + "')")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$round(2.5) | 2",
                "$round(1.005, 2) | 1",
                "$round(125, -1) | 120",
                "$number('0x1F') | 31",
                "$number('1e1000') | . D3030: Unable to cast value to a number: '1e1000'",
                "$formatBase(255, 16) | 'ff'",
                "$formatBase(1, 37) | . D3100: The radix of the formatBase function must be between"
                        + " 2 and 36.  It was given 37",
                "$power(10, 400) | . D3061: The power function has resulted in a value that cannot"
                        + " be represented as a JSON number: base=10, exponent=400",
                "$parseInteger('abc', '0') | 'NaN'",
                "$parseInteger('twelve thousand and one', 'w') | 12001",
                "$formatInteger(12001, 'Ww') | 'Twelve Thousand and One'",
                "$formatInteger(1999, 'I') | 'MCMXCIX'",
                "$formatInteger(112, '1;o') | '112th'",
                "$pad('é', -3, '#') | '##é'",
                "$substring('😀bc', 1, 1) | 'b'",
                "$split('a1b2c', /[0-9]/, 2) | ['a','b']",
                "$split('abc', '') | ['a','b','c']",
                "$replace('john smith', /(j)(\\w+)/, '$2$1') | 'ohnj smith'",
                "$replace('265USD', /([0-9]+)USD/, '$$$1') | '$265'",
                "$replace('abc', /b/, function($m) { $uppercase($m.match) }) | 'aBc'",
                "$replace('abc', /b/, function($m) { 1 }) | . D3012: Attempted to replace a matched"
                        + " string with a non-string value",
                "$match('ababab', /ab/, 2).index | [0,2]",
                "$match('abc', /x*/) | . D1004: Regular expression matches zero length string",
                "$encodeUrlComponent('a b/é') | 'a%20b%2F%C3%A9'",
                "$encodeUrl('http://x/a b?c=d') | 'http://x/a%20b?c=d'",
                "$decodeUrl('%2Fa%20b') | '%2Fa b'",
                "$decodeUrlComponent('%zz') | . D3140: Malformed URL passed to"
                        + " $decodeUrlComponent(): '%zz'",
                "$base64decode($base64encode('é')) | 'é'",
                "$sort(['b', 'a']) | ['a','b']",
                "$sort([1, 'a']) | . D3070: The single argument form of the sort function can only"
                        + " be applied to an array of strings or an array of numbers.  Use the"
                        + " second argument to specify a comparison function",
                "$single([1, 2]) | . D3138: The $single() function expected exactly 1 matching"
                        + " result.  Instead it matched more.",
                "$sift({'a': 1, 'b': 2}, function($v) { $v > 1 }) | {'b':2}",
                "$sift({'a': 1}, function($v) { false }) | undefined",
                "$map([1, 2], $string) | ['1','2']",
                "$map(['a', 'b'], $substring(?, 0, 1)) | ['a','b']",
                "($add := function($x, $y) { $x + $y }; $add(?, 2)(3)) | 5",
                "($f := function($x)<n:n> { $x }; $f('a')) | . T0410: Argument 1 of function 'f'"
                        + " does not match function signature",
                "$sum(['a']) | . T0412: Argument 1 of function 'sum' must be an array of 'numbers'",
                "$zip([1, 2], ['a', 'b', 'c']) | [[1,'a'],[2,'b']]",
                "$spread([{'a': 1, 'b': 2}]) | [{'a':1},{'b':2}]",
                "$string({'a': [1, {'b': 'x'}]}, true) | '{\\n  \\'a\\': [\\n    1,\\n    {\\n     "
                        + " \\'b\\': \\'x\\'\\n    }\\n  ]\\n}'",
            })
    void answerAsTheReference(String expression, String answer) throws Exception {
        assertThat(Answers.to(expression).replace('"', '\'')).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$now() | '2026-11-02T13:00:00.000Z'",
                "$toMillis('13:45', '[H]:[m]') - $toMillis('2026-11-02') | 49500000",
                "$toMillis('2018-03-10') | 1520640000000",
                "$toMillis('2018-03-10T12:00:00.5+05:30') | 1520663400500",
                "$toMillis('foo') | . D3110: The argument of the toMillis function must be an ISO"
                        + " 8601 formatted timestamp. Given 'foo'",
                "$fromMillis(1521801216617, '[FNn], [D1o] [MNn] [Y] [h]:[m] [PN] [Z]', '+0100') |"
                        + " 'Friday, 23rd March 2018 11:33 AM +01:00'",
                "$fromMillis(1104537600000, '[X0001]-W[W01]-[F1] [w] [xNn]') |"
                        + " '2004-W53-6 5 December'",
                "$fromMillis(0, '[Q]') | . D3132: Unknown component specifier 'Q' in date/time"
                        + " picture string",
                "$fromMillis(0, '[Y') | . D3135: No matching closing bracket ']' in date/time"
                        + " picture string",
                "$toMillis('12', '[W]') | . D3136: The date/time picture string is missing"
                        + " specifiers required to parse the timestamp",
            })
    void tellTheTimeOfTheGivenClock(String expression, String answer) throws Exception {
        assertThat(Answers.to(expression).replace('"', '\'')).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$partition([1, 2, 3], 2) | [[1,2],[3]]",
                "$partition([], 2) | []",
                "$partition([1, 2], 2.9) | [[1,2]]",
                "$partition([1], 0) | undefined",
                "$partition($states.input.missing, 2) | undefined",
                "$partition([1], $states.input.missing) | undefined",
                "$partition([1], -1) | D3137",
                "$partition([1], 'a') | T0410",
                "$range(1, 9, 9) | 1",
                "$range(3, 1, 1) | undefined",
                "$range(3, 1, -1) | [3,2,1]",
                "$range(1, 2, 0) | D3137",
                "$range('a', 2, 1) | T0410",
                "$count($range(1, 360145, 1)) | 360145",
                "$hash('', 'MD5') | 'd41d8cd98f00b204e9800998ecf8427e'",
                "$hash(1, 'MD5') | T0410",
                "$random() < 1 | true",
                "$random('a') | T0410",
                "$parse('[1, null]') | [1,null]",
                "$parse('  ') | D3137",
                "$parse('[1e400]') | D3137",
                "$parse(1) | T0410",
                "$uuid(1) | T0410",
                "$map(['1', '2'], $parse) | [1,2]",
                "$eval('1') | T1006",
            })
    void ofAwsLookAtTheirArgumentsThemselves(String expression, String answer) throws Exception {
        assertThat(Answers.code(expression)).isEqualTo(answer);
    }
}
