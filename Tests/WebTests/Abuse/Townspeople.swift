import Foundation
import PlanDomain
import TestSupport
import Workflow

@testable import Web

/// Everybody who sends forms, right ones and wrong ones.
enum Sender: String, CaseIterable {
    case admin, drafter, editor, handler, holder, adviser
    /// For every plan, and for one.
    case secretary, planSecretary, clerk
    /// A drafter's equal, in the plan of somebody else: holds every role there.
    case stranger
    /// Has an account and no function.
    case nobody
    /// Gave a password and owes a code.
    case owing
    /// Must set codes up first.
    case newAdmin
    /// Contacts of one organisation, of another, and of one in another plan.
    case police, fireBrigade, outsider
    /// A visitor who was shown a form, and one who is answering a questionnaire.
    case visitor, resident

    var roles: [Role] {
        switch self {
        case .admin, .newAdmin: [.admin]
        case .drafter: [.drafter]
        case .editor: [.editor]
        case .handler: [.handler]
        case .secretary, .planSecretary: [.secretary]
        case .holder: [.portfolioHolder]
        case .adviser: [.adviser]
        case .clerk: [.clerk]
        case .stranger: Role.allCases.filter { ![.admin, .partner, .resident].contains($0) }
        case .nobody, .owing, .police, .fireBrigade, .outsider, .visitor, .resident: []
        }
    }

    var organisation: String? {
        switch self {
        case .police: "Politie Oost"
        case .fireBrigade: "Brandweer"
        case .outsider: "Horeca"
        default: nil
        }
    }

    var isOneOfTheHouse: Bool { organisation == nil && ![.visitor, .resident].contains(self) }
}

/// One-time secrets of the scene.
enum SceneSecret {
    static let password = "Correct Paard 8 Batterij"
    static let key = OneTimeKey(bytes: Array("12345678901234567890".utf8))
    static let recovery = "abcd-efgh-ijkl-mnop"
    /// In a link that lets a person choose a password, and in one that lets a contact in.
    static let passwordLink = Secret.make { _ in Array("wachtwoordlink-wachtwoordlink-12".utf8) }
    /// Of who wrote a letter.
    static let follow = FollowSecret.make { _ in Array("volgcode-volgcode".utf8) }
    static let partnerLink = Secret.make { _ in Array("partnerlink-partnerlink-partner1".utf8) }
    /// Of a sheet that is half filled in.
    static let sheet = Secret.make { _ in Array("enquetesleutel-enquetesleutel-12".utf8) }
    static let otherSession = Secret.make { _ in Array("andere-browser-andere-browser-12".utf8) }

    static func code(at moment: Date) -> String { key.code(atStep: OneTimeKey.step(at: moment)) }
}
