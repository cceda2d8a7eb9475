import Logging
import Mailing
import Phrases
import PlanDomain
import Web

extension TownHall {
    /// Who takes the mail of this hall away.
    func postman(phrasebook: Phrasebook, logger: Logger) -> Postman {
        let room = PostRoom(
            store, time: office.time, calendar: office.calendar, writeDigest: DigestWords(phrasebook).write)
        return Postman(room, time: office.time) { event in
            switch event {
            case .tried(let mail, .accepted): logger.info("mail \(mail) was sent")
            case .tried(let mail, .refused): logger.warning("mail \(mail) was refused for good")
            case .tried(let mail, .deferred): logger.notice("mail \(mail) was not taken now")
            case .tried(_, .trouble(let trouble, _)): logger.warning("no mail can be sent: \(trouble.rawValue)")
            case .tried(_, .interrupted): break
            case .stumbled(let error): logger.error("the outbox cannot be used: \(error)")
            }
        }
    }
}
