import Prose

extension HTMLRenderer.Options {
    /// Shows the images of a plan where its texts name them; any other image shows as its description.
    ///
    /// - Parameter address: where a page fetches an annex from; nil keeps one back.
    public mutating func show(_ annexes: [Annex], at address: @escaping @Sendable (Annex) -> String?) {
        let images = Dictionary(annexes.filter(\.kind.isImage).map { ($0.name, $0) }) { first, _ in first }
        let files = Dictionary(annexes.map { ($0.name, $0) }) { first, _ in first }
        let resolveLink = links.resolveLink
        links.resolveImage = { path in Annex.name(inPath: path).flatMap { images[$0] }.flatMap(address) }
        links.resolveLink = { path in
            guard let name = Annex.name(inPath: path) else { return resolveLink(path) }
            return files[name].flatMap(address)
        }
        describeImage = { path in
            Annex.name(inPath: path).flatMap { images[$0] }.map {
                HTMLRenderer.ImageDescription(
                    text: $0.description, isDecorative: $0.isDecorative, width: $0.pixels?.width,
                    height: $0.pixels?.height)
            }
        }
    }
}
