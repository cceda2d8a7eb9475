import Foundation
import Git
import PlanDomain
import Workflow

/// Handing the registers over to another key.
extension GitPlanRepositories {
    /// Records in every register, signed by the present key, that `next` signs from there on.
    ///
    /// A register that was handed over before is passed over, so an interrupted rotation is finished by asking again
    /// with the same key. From then on this value can record nothing: open the folder anew with `next`. Only for the one
    /// that holds the data folder, while no office is at work; projections catch up when an office starts.
    ///
    /// - Parameter author: who acts in a role that the workflows allow it, or a check of the register will say so.
    public func rotateKey(to next: SigningKey, by author: Author, at moment: Date) async throws {
        for plan in try planIDs() {
            guard let repository = try repository(of: plan) as? GitPlanRepository else { continue }
            try await repository.rotateKey(to: next.publicKey, by: author, at: moment)
        }
    }
}

extension GitPlanRepository {
    fileprivate func rotateKey(to next: PublicKey, by author: Author, at moment: Date) throws {
        let heads = try heads()
        guard let head = ObjectID(heads.register.commit.rawValue), try keyRing(at: head).current != next else { return }
        let act = NewAct(
            .keyRotated(from: key.publicKey.fingerprint, to: next.fingerprint), by: author, on: nil,
            requestID: "key-rotated-\(next.fingerprint)")
        let sealed = SealedAct(
            act: act, text: heads.text, recordedAt: moment, reasonHash: nil,
            workflowDigest: try workflow(at: heads.text).digest)
        _ = try record(sealed, onTopOf: heads.register, handingOverTo: next)
    }
}
