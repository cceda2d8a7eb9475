import PlanDomain
import Workflow

/// How `plan.yml` lists images and annexes; their bytes stand in `bijlagen/`.
extension Annex {
    init(from fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["file", "description", "decorative", "digest", "size", "width", "height"])
        let name = try fields.required("file")
        guard let kind = Annex.kind(ofName: name) else {
            throw PlanError(.invalid, Reason("annex.name-wrong", ["name": .text(name)]))
        }
        let (width, height) = (try fields.number("width"), try fields.number("height"))
        self.init(
            name: name, kind: kind, description: try fields.text("description") ?? "",
            isDecorative: try fields.flag("decorative"), digest: try fields.required("digest"),
            size: try fields.number("size") ?? 0,
            pixels: width.flatMap { width in height.map { PixelSize(width: width, height: $0) } })
    }

    var fields: YAMLText {
        var fields = YAMLText()
        fields.add("file", name)
        fields.add("description", description.isEmpty ? nil : description)
        fields.add("decorative", flag: isDecorative)
        fields.add("digest", digest)
        fields.add("size", number: size)
        if let pixels {
            fields.add("width", number: pixels.width)
            fields.add("height", number: pixels.height)
        }
        return fields
    }
}
