import PlanDomain
import PlanRepositories
import Workflow

/// The organisations around the imaginary town hall, and whom they are reached by (`partners.yml`).
struct DemoPartners {
    static let file = "partners.yml"

    let organisations: [Organisation]
    let contacts: [DemoContact]

    init(in folder: DemoFolder) throws {
        let fields = try folder.fields(Self.file)
        try fields.allowOnly(["organisaties", "contacten"])
        organisations = try fields.texts("organisaties").map(Organisation.init(name:))
        contacts = try fields.list("contacten").map(DemoContact.init)
        for contact in contacts { _ = try organisation(contact.organisation, at: contact.place) }
    }

    func organisation(_ name: String, at place: Place) throws(PlanError) -> Organisation {
        guard let organisation = organisations.first(where: { $0.name == name }) else {
            throw place.fault("demo.unknown-organisation", ["organisation": .text(name)])
        }
        return organisation
    }
}

struct DemoContact {
    let organisation: String
    let name: String
    let mail: String
    let function: String?
    let place: Place

    init(_ fields: YAMLFields) throws(PlanError) {
        try fields.allowOnly(["organisatie", "naam", "mail", "functie"])
        organisation = try fields.required("organisatie")
        name = try fields.required("naam")
        mail = try fields.required("mail")
        function = try fields.text("functie")
        place = fields.place
    }
}
