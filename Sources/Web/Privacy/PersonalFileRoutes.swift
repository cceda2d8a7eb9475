import Foundation
import HTTPTypes
import Hummingbird
import Phrases
import PlanDomain
import Workflow

/// All that is kept of one person, found by their mail address: to be read, or as a file. The address is sent in a form, so that
/// it stands in no log.
struct PersonalFileRoutes: AdminRouteGroup {
    let services: SiteServices

    func add(to router: inout SiteRouter) {
        router.on(.personalFile, use: ask)
        router.on(.givePersonalFile, use: give)
    }

    private func fields(_ phrases: Phrases) -> [FormField] {
        let shapes = ["lezen", "bestand"].map { FormChoice($0, phrases.text("privacy.file.shape.\($0)")) }
        return [
            FormField("mail", phrases.text("privacy.file.mail"), .mail),
            FormField("vorm", phrases.text("privacy.file.shape-label"), .radios(shapes)),
        ]
    }

    @Sendable private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
        try show(SiteForm(fields(phrases(context)), holding: ["vorm": "lezen"]), nil, context, .ok)
    }

    @Sendable private func give(_ request: Request, _ context: SiteContext) async throws -> Response {
        var form = SiteForm(fields(phrases(context)), typed: context.form)
        let (mail, shape) = (form.mail("mail"), form.choice("vorm"))
        guard form.isSound, let mail else { return try show(form, nil, context, .unprocessableContent) }
        let file = try await PersonalFileDesk(services.store, time: services.time)
            .file(of: mail, for: context.participant)
        guard shape == "bestand" else { return try show(form, file, context, .ok) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"inzage-\(file.madeOn.iso8601).json\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(file))))
    }

    private func show(
        _ form: SiteForm, _ file: PersonalFile?, _ context: SiteContext, _ status: HTTPResponse.Status
    ) throws -> Response {
        let phrases = phrases(context)
        let content = FormContent(
            form, to: .personalFile, seal: seal(context), submit: phrases.text("privacy.file.submit"), phrases: phrases)
        var parts = [AdminPage.Part(form: content)]
        if let file, file.isEmpty { parts.append(AdminPage.Part(empty: phrases.text("privacy.file.nothing"))) }
        for part in file?.parts ?? [] {
            let title = phrases.text("privacy.file.kind.\(part.kind.rawValue)")
            for (index, record) in part.records.enumerated() {
                parts.append(
                    AdminPage.Part(
                        title: part.records.count == 1 ? title : "\(title) \(index + 1)",
                        facts: record.map { .init(phrases.text("privacy.file.name.\($0.name.rawValue)"), $0.value) }))
            }
        }
        let page = AdminPage(
            heading: phrases.text("privacy.file.heading"), lead: phrases.text("privacy.file.lead"), parts: parts)
        let under = Crumb(label: phrases.text("privacy.heading"), address: .privacy)
        return try response(page, .personalFile, under: under, context, status: status)
    }
}
