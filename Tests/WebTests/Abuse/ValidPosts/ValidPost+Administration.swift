import StoreContract

@testable import Web

/// Forms of the administrator.
extension ValidPost {
    static let people = [
        ValidPost(
            .addPerson, by: .admin,
            [("naam", "Bo Bos"), ("mail", "bo@dorp.nl"), ("rol", "drafter"), ("functie", "Adviseur"), ("link", "mail")]),
        ValidPost(.savePerson, by: .admin, [("naam", "Daan de Vos")]),
        ValidPost(.linkPerson, by: .admin, on: "/beheer/mensen/:person").with { $0.mark = "value=\"mail\"" },
        ValidPost(.linkPerson, by: .admin, on: "/beheer/mensen/:person").with { $0.mark = "value=\"toon\"" },
        ValidPost(.resetPerson, by: .admin, on: "/beheer/mensen/:person").with { $0.asksNothing = true },
        ValidPost(.switchPerson, by: .admin, on: "/beheer/mensen/:person"),
        ValidPost(.appoint, by: .admin, [("rol", "clerk"), ("functie", "Griffier")] + date("van", "1", "7", "2023")),
        ValidPost(.endAppointment, by: .admin),
        ValidPost(
            .substitute, by: .admin,
            [("wie", "holder-0"), ("door", "clerk"), ("grond", "Mandaatbesluit 3")] + date("van", "1", "7", "2023")
                + date("tot", "8", "7", "2023")),
        ValidPost(.withdrawSubstitution, by: .admin, on: "/beheer/vervanging").with { $0.asksNothing = true },
    ]

    static let contacts = [
        ValidPost(.addContact, by: .admin, [("organisatie", "GGD"), ("naam", "Gé"), ("mail", "ge@ggd.nl")]),
        ValidPost(.saveContact, by: .admin, [("naam", "Kim Bos")]),
        ValidPost(.switchContact, by: .admin, on: "/beheer/contactpersonen/:contact"),
        ValidPost(
            .inviteContact, by: .admin, on: "/beheer/contactpersonen/:contact", [("plan", "uitvoeringsplan-zuid")]),
        ValidPost(.withdrawContact, by: .admin, on: "/beheer/contactpersonen/:contact").with { $0.asksNothing = true },
    ]

    static let settings = [
        ValidPost(.saveHouseStyle, by: .admin, [("gemeente", "Gemeente Waterkerke")]).with { $0.unread = ["logo"] },
        ValidPost(.saveHouseStyle, by: .admin).with { $0.file = ("logo", "logo.png", [UInt8](SampleImage.png)) },
        ValidPost(.saveMailSettings, by: .admin, [("server", "post.voorbeeld.nl")]),
        ValidPost(.tryMail, by: .admin, on: "/beheer/mail", [("proefadres", "noor@voorbeeld.nl")]).with {
            $0.changesNothing = true
        },
        ValidPost(.removeMailSettings, by: .admin, on: "/beheer/mail").with { $0.asksNothing = true },
        ValidPost(.retryMail, by: .admin, on: "/beheer/post?stand=mislukt").with { $0.asksNothing = true },
        ValidPost(.withdrawMail, by: .admin, on: "/beheer/post?stand=wacht").with {
            $0.asksNothing = true
            $0.own = ["mail": "2"]
        },
    ]
}
