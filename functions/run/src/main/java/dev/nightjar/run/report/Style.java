package dev.nightjar.run.report;

/** How pages look: light and dark as the reader's system asks, and on paper. */
final class Style {
    /** The style sheet. It holds no character that markup escapes. */
    static final String SHEET =
            """

            :root {
              color-scheme: light dark;
              --page: #f4f5f7; --card: #ffffff; --ink: #1b2430; --soft: #5a6675; --rule: #dfe3e8;
              --track: #eef0f3; --one: #2563b8; --two: #c2631a; --three: #5e7387; --four: #7a4fb0;
              --good: #1a7a45; --good-back: #e4f4ea; --bad: #b42323; --bad-back: #fbe9e7;
              --open: #8a5a00; --open-back: #fdf3dc; --band: #24344d; --band-ink: #f3f6fa;
            }
            @media screen and (prefers-color-scheme: dark) {
              :root {
                --page: #11161d; --card: #1a212b; --ink: #e6ebf1; --soft: #9aa8b8; --rule: #313c4a;
                --track: #252e3a; --one: #6ba6f2; --two: #eb9a55; --three: #93a7ba; --four: #b392e6;
                --good: #62c98d; --good-back: #16301f; --bad: #f28b82; --bad-back: #3a1d1c;
                --open: #e3b557; --open-back: #33290f; --band: #0b1016; --band-ink: #e6ebf1;
              }
            }
            * { box-sizing: border-box; }
            body {
              margin: 0; background: var(--page); color: var(--ink);
              font: 15px/1.5 system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif;
            }
            header { background: var(--band); color: var(--band-ink); padding: 22px max(24px, calc(50% - 520px)); }
            header p { margin: 2px 0 0; opacity: .85; }
            .brand { display: flex; justify-content: space-between; font-size: 13px; letter-spacing: .06em; opacity: .8; }
            h1 { margin: 8px 0 0; font-size: 30px; line-height: 1.2; }
            .run, code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, DejaVu Sans Mono, monospace; }
            header .purpose { margin-top: 10px; max-width: 70ch; opacity: 1; }
            main { max-width: 1088px; margin: 0 auto; padding: 24px; }
            footer { text-align: center; color: var(--soft); font-size: 13px; padding: 0 24px 32px; }
            .headline, section, .tile { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
            .headline { padding: 20px 24px; border-left: 6px solid var(--soft); }
            .headline p { margin: 0; }
            .word { display: inline-block; font-weight: 700; letter-spacing: .05em; padding: 2px 12px; border-radius: 99px; }
            .headline .sentence { font-size: 21px; line-height: 1.35; margin-top: 10px; }
            .reasons { margin: 10px 0 0; padding-left: 20px; }
            .headline .hint { margin-top: 12px; padding: 10px 14px; border-radius: 8px; background: var(--open-back); }
            .tone-good { border-left-color: var(--good); }
            .tone-good .word { color: var(--good); background: var(--good-back); }
            .tone-bad { border-left-color: var(--bad); }
            .tone-bad .word { color: var(--bad); background: var(--bad-back); }
            .tone-open { border-left-color: var(--open); }
            .tone-open .word { color: var(--open); background: var(--open-back); }
            .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin-top: 16px; }
            .tile { padding: 12px 16px; }
            .tile span { display: block; }
            .tile .label { color: var(--soft); font-size: 13px; }
            .tile .figure { font-size: 21px; white-space: nowrap; font-weight: 650; line-height: 1.3; font-variant-numeric: tabular-nums; }
            .tile .detail { color: var(--soft); font-size: 13px; }
            section { margin-top: 16px; padding: 18px 24px 20px; }
            h2 { font-size: 18px; margin: 0 0 12px; display: flex; justify-content: space-between; align-items: baseline; gap: 16px; }
            .step { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; color: var(--soft); }
            .note { color: var(--soft); margin: 8px 0; max-width: 90ch; }
            .account { font-size: 19px; margin: 0 0 12px; font-variant-numeric: tabular-nums; }
            .wide { overflow-x: auto; margin: 8px 0; }
            table { border-collapse: collapse; width: 100%; font-size: 14px; }
            th { text-align: left; color: var(--soft); font-weight: 600; font-size: 13px; vertical-align: bottom; }
            th, td { padding: 6px 14px 6px 0; border-bottom: 1px solid var(--rule); }
            th:first-child, td:first-child { padding-left: 8px; }
            th:last-child, td:last-child { padding-right: 8px; }
            tbody tr:last-child td { border-bottom: 0; }
            td { vertical-align: top; }
            .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .chosen td { background: var(--good-back); }
            .good { color: var(--good); font-weight: 600; }
            .bad { color: var(--bad); font-weight: 600; }
            .muted { color: var(--soft); }
            code { font-size: 13px; overflow-wrap: anywhere; }
            td code { overflow-wrap: normal; }
              .line code { white-space: nowrap; }
              table.small { width: auto; min-width: 360px; }
            dl { display: grid; grid-template-columns: minmax(130px, max-content) 1fr; gap: 5px 20px; margin: 8px 0; }
            dt { color: var(--soft); }
            dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
            .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(330px, 1fr)); gap: 20px 28px; }
            figure { margin: 4px 0 8px; min-width: 0; }
            figcaption { font-weight: 600; margin-bottom: 6px; }
            svg { display: block; width: 100%; height: auto; }
            .pair svg { max-width: 560px; }
            svg text { fill: var(--ink); font-family: inherit; }
            .tick { font-size: 12.5px; fill: var(--soft); }
            .name, .value { font-size: 14px; }
            .value { font-variant-numeric: tabular-nums; }
            .grid { stroke: var(--rule); stroke-width: 1; }
            .axis { stroke: var(--soft); stroke-width: 1; }
            .line { fill: none; stroke: currentColor; stroke-width: 2.2; stroke-linejoin: round; }
            .line.two { stroke-dasharray: 7 4; }
            .line.guide { stroke-width: 1.2; stroke-dasharray: 3 4; }
            .fill, .dot { fill: currentColor; }
            .dot { stroke: var(--card); stroke-width: 1; }
            .area { fill: currentColor; opacity: .18; }
            .fill.faint { opacity: .22; }
            .track { fill: var(--track); }
            .one { color: var(--one); } .two { color: var(--two); } .three { color: var(--three); }
            .four { color: var(--four); } .guide { color: var(--soft); }
            .fill.good, .key.good { color: var(--good); } .fill.bad, .key.bad { color: var(--bad); }
            .fill.open, .key.open { color: var(--open); }
            .legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 8px 0 0; padding: 0; font-size: 14px; }
            .legend li { display: flex; align-items: center; gap: 7px; }
            .key { display: inline-block; width: 14px; height: 12px; border-radius: 3px; background: currentColor; flex: none; }
            .key.stroke { width: 22px; height: 0; border-radius: 0; background: none; border-top: 3px solid currentColor; }
            .key.stroke.two { border-top-style: dashed; }
            .key.stroke.guide { border-top: 2px dotted currentColor; }
            .key.round { width: 10px; height: 10px; border-radius: 50%; }
            .key.faint { opacity: .3; }
            details { margin-top: 8px; }
            summary { cursor: pointer; color: var(--soft); font-size: 13px; }
            @media (max-width: 620px) {
              main { padding: 12px; }
              section, .headline { padding: 14px 16px; }
              dl { grid-template-columns: 1fr; gap: 0; }
              dd { margin-bottom: 8px; }
            }
            @media print {
              body { background: none; font-size: 12px; }
              header { background: none; color: var(--ink); padding: 0 24px; }
              .headline, .tile, figure, tr, dl { break-inside: avoid; } h2 { break-after: avoid; }
              details { display: none; }
              * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            }
            """;

    private Style() {}
}
