import CLibgit2
import Foundation

extension Repository {
    /// Makes a new bare repository whose `HEAD` points at a branch yet to be born.
    ///
    /// It is built beside its place and renamed into it when it is complete and on disk, so a crash leaves no half
    /// repository. Throws `exists` when the place is taken, except by an empty folder.
    public static func createBare(at location: URL, initialBranch: String = "main") throws(GitError) -> Repository {
        try Library.require()
        try ReferenceName.check("refs/heads/" + initialBranch)
        return try Staging.fill(location.systemPath) { (folder: String) throws(GitError) in
            try initialise(folder, initialBranch: initialBranch)
        }
    }

    /// Without the rename: for a folder that somebody else stages.
    static func initialise(_ folder: String, initialBranch: String) throws(GitError) {
        var options = git_repository_init_options()
        try check(
            "prepare repository",
            git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)))
        options.flags = GIT_REPOSITORY_INIT_BARE.rawValue | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
        _ = try Handle("create repository", freedBy: git_repository_free) { out in
            initialBranch.withCString { branch in
                options.initial_head = branch
                return git_repository_init_ext(&out, folder, &options)
            }
        }
        try configure(folder)
    }

    /// What stock git must know when it works in this repository: libgit2 itself reads hardly any of it.
    private static let settings: KeyValuePairs = [
        "core.fsync": "all",
        "core.useReplaceRefs": "false",
        "core.protectHFS": "true",
        "core.protectNTFS": "true",
        "gc.auto": "0",
        "receive.autogc": "false",
        "receive.denyDeletes": "true",
        "receive.denyNonFastForwards": "true",
        "receive.fsckObjects": "true",
        "transfer.fsckObjects": "true",
    ]

    private static func configure(_ folder: String) throws(GitError) {
        let file = folder + "/config"
        let configuration = try Handle("open configuration", freedBy: git_config_free) {
            git_config_open_ondisk(&$0, file)
        }
        for (key, value) in settings {
            try check("configure \(key)", configuration.borrow { git_config_set_string($0, key, value) })
        }
    }
}
