import CLibgit2
import Foundation

extension Repository {
    /// Makes a new bare repository from a bundle, written here or by stock git.
    ///
    /// Every object is verified before the repository gets its name: of a file that is cut off, damaged or incomplete
    /// nothing is left behind.
    /// - Throws: `corrupt` for a bundle that is not sound, `exists` when the place is taken, `notFound` without a file.
    public static func restore(bundle file: URL, bareAt location: URL) throws(GitError) -> Repository {
        try Library.require()
        let source = try FileSource(file.systemPath)
        let header = try BundleHeader { () throws(GitError) in try source.line() }
        return try Staging.fill(location.systemPath) { (folder: String) throws(GitError) in
            try initialise(folder, initialBranch: header.headBranch ?? "main")
            try indexPack(source, into: folder + "/objects/pack")
            let repository = try Repository.open(bareAt: URL(filePath: folder, directoryHint: .isDirectory))
            try repository.adopt(header.references)
        }
    }

    private static func indexPack(_ source: FileSource, into folder: String) throws(GitError) {
        var options = git_indexer_options()
        try check("index pack", git_indexer_options_init(&options, UInt32(GIT_INDEXER_OPTIONS_VERSION)))
        options.verify = 1
        let indexer = try Handle("index pack", freedBy: git_indexer_free) {
            git_indexer_new(&$0, folder, 0, nil, &options)
        }
        var progress = git_indexer_progress()
        while let chunk = try source.chunk() {
            try refusing(indexer.borrow { git_indexer_append($0, chunk, chunk.count, &progress) })
        }
        try refusing(indexer.borrow { git_indexer_commit($0, &progress) })
    }

    /// Whatever the indexer finds fault with, short of the disk, is the bundle's fault.
    private static func refusing(_ result: Int32) throws(GitError) {
        do throws(GitError) {
            try check("index pack", result)
        } catch  where error.code != .diskFull && error.code != .io {
            throw BundleHeader.refusal(error.message)
        }
    }

    private func adopt(_ references: [Reference]) throws(GitError) {
        if let problem = try verifyObjects(reachableFrom: references.map(\.id)).first {
            throw BundleHeader.refusal("object \(problem.id) is \(problem.kind): \(problem.message)")
        }
        for reference in references where reference.name != "HEAD" {
            try updateReference(reference.name, to: reference.id, expecting: nil)
        }
    }
}
