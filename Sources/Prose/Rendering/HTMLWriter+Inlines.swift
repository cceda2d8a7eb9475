extension HTMLWriter {
    mutating func write(_ inlines: [MarkdownInline]) {
        for inline in inlines { write(inline) }
    }

    private mutating func write(_ inline: MarkdownInline) {
        switch inline {
        case .text(let text): writeText(text)
        case .softBreak: put("\n")
        case .lineBreak: put("<br>\n")
        case .code(let text): put("<code>\(HTML.escape(text))</code>")
        case .html(let text): put(HTML.escape(text))
        case .emphasis(let children): write("em", children)
        case .strong(let children): write("strong", children)
        case .strikethrough(let children): write("s", children)
        case .link(let destination, let title, let children): writeLink(destination, title, children)
        case .image(let source, let title, let alt): writeImage(source, title, alt)
        case .footnoteReference(let number, _): writeFootnoteReference(number)
        }
    }

    private mutating func write(_ name: String, _ children: [MarkdownInline]) {
        put("<\(name)>")
        write(children)
        put("</\(name)>")
    }

    private mutating func writeText(_ text: String) {
        guard !isInLink else { return put(HTML.escape(text)) }
        for piece in BareAddresses.split(text) {
            switch piece {
            case .address(let address) where options.links.link(to: String(address)) != nil:
                writeLink(String(address), "", [.text(String(address))])
            case .text(let text), .address(let text): put(HTML.escape(String(text)))
            }
        }
    }

    /// A link within a link is not HTML: the inner one is written as its text.
    private mutating func writeLink(_ destination: String, _ title: String, _ children: [MarkdownInline]) {
        guard !isInLink, let link = options.links.link(to: destination) else { return write(children) }
        put("<a href=\"\(HTML.escape(link.href))\"")
        put(HTML.attribute("title", title.isEmpty ? nil : title))
        put(link.isExternal ? " rel=\"noopener noreferrer\">" : ">")
        isInLink = true
        write(children)
        isInLink = false
        put("</a>")
    }

    private mutating func writeImage(_ source: String, _ title: String, _ alt: [MarkdownInline]) {
        let known = options.describeImage(source)
        let isDecorative = known?.isDecorative == true
        let text = isDecorative ? "" : alt.plainText.isEmpty ? known?.text ?? "" : alt.plainText
        guard let address = options.links.image(at: source) else {
            guard !isDecorative else { return }
            return put("<span class=\"image-withheld\">\(HTML.escape(text.isEmpty ? source : text))</span>")
        }
        put("<img src=\"\(HTML.escape(address))\" alt=\"\(HTML.escape(text))\"")
        put(HTML.attribute("title", title.isEmpty ? nil : title))
        put(HTML.attribute("width", known?.width.map(String.init)))
        put(HTML.attribute("height", known?.height.map(String.init)) + ">")
    }
}
