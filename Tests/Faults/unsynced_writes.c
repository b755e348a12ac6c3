/* A power cut, as far as a program can see it: keeps a second copy of a folder that holds only what was synced.

   Preloaded into the server (LD_PRELOAD). Writes to files under SYNCED_FROM go where they always go, and are noted; fsync and
   fdatasync carry the noted ranges of that file over to the same name under SYNCED_TO. After a kill the second folder is what a
   disk would hold that lost every write that was not synced. Creation, removal and renaming count as durable at once, which is
   kinder than some file systems; the order of synced writes is kept. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

struct range {
    char *path; /* below SYNCED_FROM */
    off_t offset;
    size_t length; /* 0: the file was cut at `offset` */
    struct range *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct range *first, **last = &first;

#define REAL(name, type) static type real; if (!real) real = (type)dlsym(RTLD_NEXT, name)

/* The path of an open file below SYNCED_FROM, or NULL; to be freed. */
static char *watched(int fd) {
    const char *from = getenv("SYNCED_FROM");
    char link[64], path[4096];
    if (!from) return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return NULL;
    path[length] = 0;
    size_t prefix = strlen(from);
    if (strncmp(path, from, prefix) != 0 || path[prefix] != '/') return NULL;
    return strdup(path + prefix);
}

static void note(int fd, off_t offset, size_t length) {
    int before = errno;
    char *path = watched(fd);
    if (path) {
        struct range *range = malloc(sizeof *range);
        if (!range) abort();
        *range = (struct range){path, offset, length, NULL};
        pthread_mutex_lock(&lock);
        *last = range;
        last = &range->next;
        pthread_mutex_unlock(&lock);
    }
    errno = before;
}

static void copy_range(int from, int to, off_t offset, size_t length) {
    static char buffer[65536];
    typedef ssize_t (*pwrite_t)(int, const void *, size_t, off_t);
    REAL("pwrite64", pwrite_t);
    while (length > 0) {
        ssize_t read_now = pread(from, buffer, length < sizeof buffer ? length : sizeof buffer, offset);
        if (read_now <= 0) return; /* cut meanwhile; the cut was noted too */
        if (real(to, buffer, (size_t)read_now, offset) != read_now) abort();
        offset += read_now;
        length -= (size_t)read_now;
    }
}

static void carry_over(int fd) {
    int before = errno;
    char *path = watched(fd);
    const char *to = getenv("SYNCED_TO");
    if (!path || !to) { free(path); errno = before; return; }
    char name[4096], link[64];
    snprintf(name, sizeof name, "%s%s", to, path);
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    pthread_mutex_lock(&lock);
    int source = open(link, O_RDONLY | O_CLOEXEC);
    int target = open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (source >= 0 && target >= 0) {
        struct range **place = &first;
        while (*place) {
            struct range *range = *place;
            if (strcmp(range->path, path) != 0) { place = &range->next; continue; }
            typedef int (*ftruncate_t)(int, off_t);
            REAL("ftruncate64", ftruncate_t);
            if (range->length == 0) { if (real(target, range->offset)) abort(); }
            else copy_range(source, target, range->offset, range->length);
            *place = range->next;
            free(range->path);
            free(range);
        }
        last = place;
    }
    if (source >= 0) close(source);
    if (target >= 0) close(target);
    pthread_mutex_unlock(&lock);
    free(path);
    errno = before;
}

#define WRITER(name, parameters, arguments, offset)                         \
    ssize_t name parameters {                                               \
        typedef ssize_t(*type) parameters;                                  \
        REAL(#name, type);                                                  \
        off_t at = offset;                                                  \
        ssize_t done = real arguments;                                      \
        if (done > 0) note(fd, at, (size_t)done);                           \
        return done;                                                        \
    }

WRITER(pwrite, (int fd, const void *bytes, size_t count, off_t offset), (fd, bytes, count, offset), offset)
WRITER(pwrite64, (int fd, const void *bytes, size_t count, off64_t offset), (fd, bytes, count, offset), offset)
WRITER(write, (int fd, const void *bytes, size_t count), (fd, bytes, count), lseek(fd, 0, SEEK_CUR))
WRITER(writev, (int fd, const struct iovec *parts, int count), (fd, parts, count), lseek(fd, 0, SEEK_CUR))
WRITER(pwritev, (int fd, const struct iovec *parts, int count, off_t offset), (fd, parts, count, offset), offset)
WRITER(pwritev64, (int fd, const struct iovec *parts, int count, off64_t offset), (fd, parts, count, offset), offset)

#define CUTTER(name, off_type)                                              \
    int name(int fd, off_type length) {                                     \
        typedef int (*type)(int, off_type);                                 \
        REAL(#name, type);                                                  \
        int failed = real(fd, length);                                      \
        if (!failed) note(fd, length, 0);                                   \
        return failed;                                                      \
    }

CUTTER(ftruncate, off_t)
CUTTER(ftruncate64, off64_t)

#define SYNCER(name)                                                        \
    int name(int fd) {                                                      \
        typedef int (*type)(int);                                           \
        REAL(#name, type);                                                  \
        int failed = real(fd);                                              \
        if (!failed) carry_over(fd);                                        \
        return failed;                                                      \
    }

SYNCER(fsync)
SYNCER(fdatasync)

/* The name under SYNCED_TO of a path under SYNCED_FROM; false where it is not under it. */
static int second_name(const char *path, char *name, size_t size) {
    const char *from = getenv("SYNCED_FROM"), *to = getenv("SYNCED_TO");
    if (!from || !to || strncmp(path, from, strlen(from)) != 0) return 0;
    snprintf(name, size, "%s%s", to, path + strlen(from));
    return 1;
}

int unlink(const char *path) {
    typedef int (*type)(const char *);
    REAL("unlink", type);
    char name[4096];
    int failed = real(path);
    if (!failed && second_name(path, name, sizeof name)) {
        int before = errno;
        real(name);
        errno = before;
    }
    return failed;
}

int rename(const char *old, const char *new) {
    typedef int (*type)(const char *, const char *);
    REAL("rename", type);
    char second_old[4096], second_new[4096];
    int failed = real(old, new);
    if (!failed && second_name(old, second_old, sizeof second_old) && second_name(new, second_new, sizeof second_new)) {
        int before = errno;
        real(second_old, second_new);
        errno = before;
    }
    return failed;
}
