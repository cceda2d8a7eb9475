#pragma once
#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <zlib.h>

/*
 * git_libgit2_opts is variadic, and Swift cannot call a variadic C function.
 * Each wrapper fixes one option and the type that option expects.
 */

static inline int git_shim_enable_fsync_gitdir(int enabled)
{
    return git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, enabled);
}

static inline int git_shim_enable_strict_hash_verification(int enabled)
{
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled);
}

static inline int git_shim_enable_strict_object_creation(int enabled)
{
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_OBJECT_CREATION, enabled);
}

static inline int git_shim_enable_strict_symbolic_ref_creation(int enabled)
{
    return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_SYMBOLIC_REF_CREATION, enabled);
}

static inline int git_shim_set_owner_validation(int enabled)
{
    return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

static inline int git_shim_set_config_search_path(git_config_level_t level, const char *path)
{
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, (int)level, path);
}

static inline int git_shim_set_packed_priority(int priority)
{
    return git_libgit2_opts(GIT_OPT_SET_ODB_PACKED_PRIORITY, priority);
}

/* A backend written in Swift: libgit2 sees the parent, Swift finds its object behind it. */
typedef struct {
    git_odb_backend parent;
    void *owner;
} git_shim_odb_backend;
