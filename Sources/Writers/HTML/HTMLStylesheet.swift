/// How a page looks on a screen, in the dark, and on paper.
enum HTMLStylesheet {
  /// The rules.
  static let text = """
    :root { color-scheme: light dark; --line: #8a8f98; --head: #eef1f5; --back: #fff; --ink: #1c1e21; \
    --link: #0b57d0 }
    * { box-sizing: border-box }
    body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 60rem; background: var(--back); \
    color: var(--ink); font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", \
    "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif }
    h1, h2, h3, h4, h5, h6 { margin: 1.6em 0 .6em; line-height: 1.35; text-wrap: balance }
    h1 { font-size: 1.5rem; text-align: center }
    h2 { font-size: 1.2rem }
    h3, h4, h5, h6 { font-size: 1rem }
    p { margin: .6em 0 }
    h1, h2, h3, h4, h5, h6, p, caption, th, td { white-space: pre-wrap; overflow-wrap: break-word }
    section + section { margin-top: 3rem; border-top: 1px solid var(--line) }
    nav { border: 1px solid var(--line); border-radius: 6px; padding: .5rem 1rem }
    nav ol { margin: 0; padding-left: 1.6em }
    a { color: var(--link) }
    .table { overflow-x: auto; margin: 1em 0 }
    table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
    caption { padding: .3em 0; font-weight: 600; text-align: left }
    th, td { min-width: 4em; border: 1px solid var(--line); padding: .35em .55em; text-align: left; \
    vertical-align: middle }
    th { background: var(--head); font-weight: 600 }
    thead th { text-align: center }
    td.number { text-align: right }
    @media (prefers-color-scheme: dark) {
    :root { --line: #5b626d; --head: #262b33; --back: #15181d; --ink: #e6e8eb; --link: #8ab4f8 }
    }
    @media print {
    @page { size: A4; margin: 15mm 12mm }
    :root { color-scheme: light; --line: #000; --head: #fff; --back: #fff; --ink: #000 }
    body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.4 }
    nav { display: none }
    section + section { margin: 0; border: 0; break-before: page }
    .table { overflow: visible }
    th, td { min-width: 3em; overflow-wrap: anywhere }
    tr { break-inside: avoid }
    h1, h2, h3, caption { break-after: avoid }
    }

    """
}
