import CLibgit2

/// libgit2 itself: started once for the process, with the settings that make it durable and suspicious.
///
/// The settings are global in libgit2 and are not guarded by a lock, so they are made inside the one initialisation that
/// Swift runs exactly once, before any repository is opened. The library is never shut down: it has no state worth
/// saving, and a shutdown under a live handle would crash.
enum Library {
    private static let started: Result<Void, GitError> = .init { () throws(GitError) in try start() }

    static func require() throws(GitError) { try started.get() }

    private static func start() throws(GitError) {
        try check("start libgit2", git_libgit2_init())
        try check("enable syncing", git_shim_enable_fsync_gitdir(1))
        try check("enable hash verification", git_shim_enable_strict_hash_verification(1))
        try check("enable strict objects", git_shim_enable_strict_object_creation(1))
        try check("enable strict symbolic references", git_shim_enable_strict_symbolic_ref_creation(1))
        try check("enable owner validation", git_shim_set_owner_validation(1))
        try check("set priority", git_shim_set_packed_priority(LooseObjectBackend.priority + 1))
        // A repository must behave the same whatever the account that runs the server has in its own configuration.
        for level in [
            GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_PROGRAMDATA,
        ] {
            try check("set configuration path", git_shim_set_config_search_path(level, ""))
        }
    }
}
