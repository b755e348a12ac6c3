#define _GNU_SOURCE
#include "CFaultVFS.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A write or truncation that the disk has not confirmed.
typedef struct Pending {
    int is_truncation;
    sqlite3_int64 offset; // of a truncation: the new size
    int count;
    unsigned char *bytes;
    struct Pending *next;
} Pending;

// A file that was seen in a watched folder. It outlives its handles.
typedef struct Watched {
    char *name; // without the folder
    unsigned char *synced;
    sqlite3_int64 synced_size;
    sqlite3_int64 size; // as programs see it
    int is_synced;      // whether the disk surely has its name
    int is_deleted;     // for programs; the disk may still have it
    Pending *first;
    Pending *last;
    struct Watched *next;
} Watched;

struct FaultFolder {
    char *path;
    Watched *files;
    uint64_t syncs, operations, unsynced, limit, failing_syncs, cut_at;
    int has_cut_at, is_cut, is_read_only;
    struct FaultFolder *next;
};

typedef struct {
    sqlite3_file base;
    FaultFolder *folder; // NULL: passed through
    Watched *watched;
    int syncs_folder; // the first sync brings the folder's names to the disk as well, as the system's layer does for new logs
} FaultFile; // the real file lies behind it

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static FaultFolder *folders;
static sqlite3_vfs *real;
static sqlite3_vfs fault;

static sqlite3_file *real_file(sqlite3_file *file) { return (sqlite3_file *)((FaultFile *)file + 1); }

// MARK: Watched files

static FaultFolder *folder_of(const char *path, const char **name) {
    if (!path) return NULL;
    for (FaultFolder *folder = folders; folder; folder = folder->next) {
        size_t length = strlen(folder->path);
        if (strncmp(path, folder->path, length) == 0 && path[length] == '/') {
            *name = path + length + 1;
            return folder;
        }
    }
    return NULL;
}

static Watched *find(FaultFolder *folder, const char *name) {
    for (Watched *file = folder->files; file; file = file->next)
        if (strcmp(file->name, name) == 0) return file;
    return NULL;
}

static void drop_pending(FaultFolder *folder, Watched *file) {
    while (file->first) {
        Pending *pending = file->first;
        file->first = pending->next;
        folder->unsynced -= (uint64_t)pending->count;
        free(pending->bytes);
        free(pending);
    }
    file->last = NULL;
}

static void grow(unsigned char **bytes, sqlite3_int64 *size, sqlite3_int64 wanted) {
    if (wanted <= *size) return;
    *bytes = realloc(*bytes, (size_t)wanted);
    memset(*bytes + *size, 0, (size_t)(wanted - *size));
    *size = wanted;
}

static void add_pending(FaultFolder *folder, Watched *file, int is_truncation, sqlite3_int64 offset, const void *bytes, int count) {
    Pending *pending = calloc(1, sizeof(Pending));
    pending->is_truncation = is_truncation;
    pending->offset = offset;
    pending->count = count;
    if (count > 0) {
        pending->bytes = malloc((size_t)count);
        memcpy(pending->bytes, bytes, (size_t)count);
        folder->unsynced += (uint64_t)count;
    }
    if (file->last) file->last->next = pending;
    else file->first = pending;
    file->last = pending;
}

static void apply(unsigned char **image, sqlite3_int64 *size, const Pending *pending) {
    if (pending->is_truncation) {
        if (pending->offset < *size) *size = pending->offset;
        else grow(image, size, pending->offset);
        return;
    }
    grow(image, size, pending->offset + pending->count);
    memcpy(*image + pending->offset, pending->bytes, (size_t)pending->count);
}

static void confirm(FaultFolder *folder, Watched *file) {
    for (Pending *pending = file->first; pending; pending = pending->next) apply(&file->synced, &file->synced_size, pending);
    drop_pending(folder, file);
    file->is_synced = 1;
}

static void confirm_deletion(FaultFolder *folder, Watched *file) {
    drop_pending(folder, file);
    file->synced_size = 0;
    file->size = 0;
    file->is_synced = 0;
}

// Counts an operation. False once the power is cut.
static int goes_on(FaultFolder *folder) {
    if (!folder->is_cut && folder->has_cut_at && folder->operations >= folder->cut_at) folder->is_cut = 1;
    folder->operations++;
    return !folder->is_cut;
}

// What is on the disk before the watch began counts as synced.
static Watched *watch_file(FaultFolder *folder, const char *name) {
    Watched *file = find(folder, name);
    if (file) return file;
    file = calloc(1, sizeof(Watched));
    file->name = strdup(name);
    file->next = folder->files;
    folder->files = file;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    FILE *stream = fopen(path, "rb");
    if (stream) {
        fseek(stream, 0, SEEK_END);
        long size = ftell(stream);
        rewind(stream);
        if (size > 0) {
            file->synced = malloc((size_t)size);
            if (fread(file->synced, 1, (size_t)size, stream) == (size_t)size) file->synced_size = size;
        }
        file->size = file->synced_size;
        file->is_synced = 1;
        fclose(stream);
    }
    return file;
}

// MARK: Methods of files

static int f_close(sqlite3_file *file) {
    sqlite3_file *inner = real_file(file);
    return inner->pMethods ? inner->pMethods->xClose(inner) : SQLITE_OK;
}

static int f_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    FaultFolder *folder = ((FaultFile *)file)->folder;
    if (folder) {
        pthread_mutex_lock(&guard);
        int is_cut = folder->is_cut;
        pthread_mutex_unlock(&guard);
        if (is_cut) return SQLITE_IOERR_READ;
    }
    return real_file(file)->pMethods->xRead(real_file(file), bytes, count, offset);
}

static int f_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    FaultFile *self = (FaultFile *)file;
    sqlite3_file *inner = real_file(file);
    if (!self->folder) return inner->pMethods->xWrite(inner, bytes, count, offset);
    pthread_mutex_lock(&guard);
    FaultFolder *folder = self->folder;
    int code = SQLITE_OK;
    if (!goes_on(folder)) code = SQLITE_IOERR_WRITE;
    else if (folder->is_read_only) code = SQLITE_READONLY;
    else if (folder->limit > 0 && offset + count > self->watched->size) {
        uint64_t total = 0;
        for (Watched *other = folder->files; other; other = other->next)
            if (!other->is_deleted) total += (uint64_t)other->size;
        if (total + (uint64_t)(offset + count - self->watched->size) > folder->limit) code = SQLITE_FULL;
    }
    if (code == SQLITE_OK) code = inner->pMethods->xWrite(inner, bytes, count, offset);
    if (code == SQLITE_OK) {
        add_pending(folder, self->watched, 0, offset, bytes, count);
        if (offset + count > self->watched->size) self->watched->size = offset + count;
    }
    pthread_mutex_unlock(&guard);
    return code;
}

static int f_truncate(sqlite3_file *file, sqlite3_int64 size) {
    FaultFile *self = (FaultFile *)file;
    sqlite3_file *inner = real_file(file);
    if (!self->folder) return inner->pMethods->xTruncate(inner, size);
    pthread_mutex_lock(&guard);
    int code = SQLITE_OK;
    if (!goes_on(self->folder)) code = SQLITE_IOERR_TRUNCATE;
    else if (self->folder->is_read_only) code = SQLITE_READONLY;
    if (code == SQLITE_OK) code = inner->pMethods->xTruncate(inner, size);
    if (code == SQLITE_OK) {
        add_pending(self->folder, self->watched, 1, size, NULL, 0);
        self->watched->size = size;
    }
    pthread_mutex_unlock(&guard);
    return code;
}

static int f_sync(sqlite3_file *file, int flags) {
    FaultFile *self = (FaultFile *)file;
    sqlite3_file *inner = real_file(file);
    if (!self->folder) return inner->pMethods->xSync(inner, flags);
    pthread_mutex_lock(&guard);
    FaultFolder *folder = self->folder;
    int code = SQLITE_OK;
    if (!goes_on(folder)) code = SQLITE_IOERR_FSYNC;
    else if (folder->failing_syncs > 0) {
        folder->failing_syncs--;
        code = SQLITE_IOERR_FSYNC;
    }
    if (code == SQLITE_OK) {
        folder->syncs++;
        confirm(folder, self->watched);
        if (self->syncs_folder) {
            self->syncs_folder = 0;
            for (Watched *file = folder->files; file; file = file->next)
                if (file->is_deleted) confirm_deletion(folder, file);
        }
    }
    pthread_mutex_unlock(&guard);
    // The disk of the tests itself need not be waited for: what counts is kept above.
    return code;
}

static int f_file_size(sqlite3_file *file, sqlite3_int64 *size) { return real_file(file)->pMethods->xFileSize(real_file(file), size); }
static int f_lock(sqlite3_file *file, int kind) { return real_file(file)->pMethods->xLock(real_file(file), kind); }
static int f_unlock(sqlite3_file *file, int kind) { return real_file(file)->pMethods->xUnlock(real_file(file), kind); }
static int f_check_reserved(sqlite3_file *file, int *out) { return real_file(file)->pMethods->xCheckReservedLock(real_file(file), out); }
static int f_control(sqlite3_file *file, int operation, void *argument) {
    return real_file(file)->pMethods->xFileControl(real_file(file), operation, argument);
}
static int f_sector_size(sqlite3_file *file) { return real_file(file)->pMethods->xSectorSize(real_file(file)); }
static int f_characteristics(sqlite3_file *file) { return real_file(file)->pMethods->xDeviceCharacteristics(real_file(file)); }
static int f_shm_map(sqlite3_file *file, int page, int size, int extends, void volatile **out) {
    return real_file(file)->pMethods->xShmMap(real_file(file), page, size, extends, out);
}
static int f_shm_lock(sqlite3_file *file, int offset, int count, int flags) {
    return real_file(file)->pMethods->xShmLock(real_file(file), offset, count, flags);
}
static void f_shm_barrier(sqlite3_file *file) { real_file(file)->pMethods->xShmBarrier(real_file(file)); }
static int f_shm_unmap(sqlite3_file *file, int deletes) { return real_file(file)->pMethods->xShmUnmap(real_file(file), deletes); }

// Version 2: shared memory, but no mapped files, whose writes could not be seen.
static const sqlite3_io_methods methods = {
    2,          f_close,        f_read,           f_write,   f_truncate,    f_sync,            f_file_size, f_lock,
    f_unlock,   f_check_reserved, f_control,      f_sector_size, f_characteristics, f_shm_map,  f_shm_lock,  f_shm_barrier,
    f_shm_unmap, NULL,          NULL,
};

// MARK: Methods of the file system

static int v_open(sqlite3_vfs *vfs, sqlite3_filename path, sqlite3_file *file, int flags, int *out_flags) {
    (void)vfs;
    FaultFile *self = (FaultFile *)file;
    memset(self, 0, sizeof *self);
    sqlite3_file *inner = real_file(file);
    inner->pMethods = NULL;
    const char *name = NULL;
    pthread_mutex_lock(&guard);
    FaultFolder *folder = folder_of(path, &name);
    int is_cut = folder && folder->is_cut;
    int is_read_only = folder && folder->is_read_only;
    pthread_mutex_unlock(&guard);
    if (is_cut) return SQLITE_CANTOPEN;
    if (is_read_only && (flags & SQLITE_OPEN_READWRITE)) {
        // As the system does it: what may not be written is opened for reading.
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    }
    int logs = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
    self->syncs_folder = (flags & SQLITE_OPEN_CREATE) && (flags & logs);
    int code = real->xOpen(real, path, inner, flags, out_flags);
    if (inner->pMethods) self->base.pMethods = &methods;
    if (code != SQLITE_OK || !folder) return code;
    pthread_mutex_lock(&guard);
    self->folder = folder;
    self->watched = watch_file(folder, name);
    if (self->watched->is_deleted) {
        self->watched->is_deleted = 0;
        self->watched->size = 0;
        add_pending(folder, self->watched, 1, 0, NULL, 0);
    }
    pthread_mutex_unlock(&guard);
    return SQLITE_OK;
}

static int v_delete(sqlite3_vfs *vfs, const char *path, int syncs_folder) {
    (void)vfs;
    const char *name = NULL;
    int code = SQLITE_OK;
    pthread_mutex_lock(&guard);
    FaultFolder *folder = folder_of(path, &name);
    if (folder && !goes_on(folder)) code = SQLITE_IOERR_DELETE;
    else if (folder && folder->is_read_only) code = SQLITE_READONLY;
    if (code == SQLITE_OK) code = real->xDelete(real, path, syncs_folder);
    if (folder && code == SQLITE_OK) {
        Watched *file = find(folder, name);
        if (file) {
            file->is_deleted = 1;
            if (syncs_folder) confirm_deletion(folder, file);
        }
    }
    pthread_mutex_unlock(&guard);
    return code;
}

static int v_access(sqlite3_vfs *vfs, const char *path, int flags, int *out) {
    (void)vfs;
    const char *name = NULL;
    pthread_mutex_lock(&guard);
    FaultFolder *folder = folder_of(path, &name);
    int is_read_only = folder && folder->is_read_only;
    pthread_mutex_unlock(&guard);
    int code = real->xAccess(real, path, flags, out);
    if (is_read_only && flags == SQLITE_ACCESS_READWRITE) *out = 0;
    return code;
}

void fault_vfs_install(void) {
    pthread_mutex_lock(&guard);
    if (!real) {
        sqlite3_vfs *found = sqlite3_vfs_find(NULL);
        fault = *found;
        fault.zName = "fault";
        fault.pNext = NULL;
        fault.szOsFile = (int)sizeof(FaultFile) + found->szOsFile;
        fault.xOpen = v_open;
        fault.xDelete = v_delete;
        fault.xAccess = v_access;
        real = found;
        sqlite3_vfs_register(&fault, 1);
    }
    pthread_mutex_unlock(&guard);
}

// MARK: Folders

FaultFolder *fault_folder_watch(const char *path) {
    FaultFolder *folder = calloc(1, sizeof(FaultFolder));
    folder->path = strdup(path);
    pthread_mutex_lock(&guard);
    folder->next = folders;
    folders = folder;
    pthread_mutex_unlock(&guard);
    return folder;
}

void fault_folder_forget(FaultFolder *folder) {
    pthread_mutex_lock(&guard);
    for (FaultFolder **link = &folders; *link; link = &(*link)->next)
        if (*link == folder) {
            *link = folder->next;
            break;
        }
    while (folder->files) {
        Watched *file = folder->files;
        folder->files = file->next;
        drop_pending(folder, file);
        free(file->synced);
        free(file->name);
        free(file);
    }
    free(folder->path);
    free(folder);
    pthread_mutex_unlock(&guard);
}

#define GUARDED(expression)              \
    pthread_mutex_lock(&guard);          \
    uint64_t value = (uint64_t)(expression); \
    pthread_mutex_unlock(&guard);        \
    return value

uint64_t fault_folder_syncs(FaultFolder *folder) { GUARDED(folder->syncs); }
uint64_t fault_folder_operations(FaultFolder *folder) { GUARDED(folder->operations); }
uint64_t fault_folder_unsynced_bytes(FaultFolder *folder) { GUARDED(folder->unsynced); }

int fault_folder_is_cut(FaultFolder *folder) {
    pthread_mutex_lock(&guard);
    int is_cut = folder->is_cut;
    pthread_mutex_unlock(&guard);
    return is_cut;
}

void fault_folder_cut_after(FaultFolder *folder, uint64_t operations) {
    pthread_mutex_lock(&guard);
    folder->cut_at = folder->operations + operations;
    folder->has_cut_at = 1;
    pthread_mutex_unlock(&guard);
}

void fault_folder_limit(FaultFolder *folder, uint64_t bytes) {
    pthread_mutex_lock(&guard);
    folder->limit = bytes;
    pthread_mutex_unlock(&guard);
}

void fault_folder_fail_syncs(FaultFolder *folder, uint64_t count) {
    pthread_mutex_lock(&guard);
    folder->failing_syncs = count;
    pthread_mutex_unlock(&guard);
}

void fault_folder_read_only(FaultFolder *folder, int is_read_only) {
    pthread_mutex_lock(&guard);
    folder->is_read_only = is_read_only;
    pthread_mutex_unlock(&guard);
}

// SplitMix64.
static uint64_t next_random(uint64_t *state) {
    *state += 0x9E3779B97F4A7C15u;
    uint64_t value = *state;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9u;
    value = (value ^ value >> 27) * 0x94D049BB133111EBu;
    return value ^ value >> 31;
}

// Applies a write as a disk might that lost its power: whole, not at all, or some of its sectors.
static void apply_maybe(unsigned char **image, sqlite3_int64 *size, const Pending *pending, uint64_t *state) {
    uint64_t fate = next_random(state) % 3;
    if (fate == 0) return;
    if (fate == 1 || pending->is_truncation) {
        apply(image, size, pending);
        return;
    }
    sqlite3_int64 end = pending->offset + pending->count;
    for (sqlite3_int64 start = pending->offset; start < end;) {
        sqlite3_int64 stop = (start / 512 + 1) * 512;
        if (stop > end) stop = end;
        if (next_random(state) & 1) {
            grow(image, size, stop);
            memcpy(*image + start, pending->bytes + (start - pending->offset), (size_t)(stop - start));
        }
        start = stop;
    }
}

int fault_folder_write_image(FaultFolder *folder, const char *target, uint64_t seed) {
    int result = 0;
    pthread_mutex_lock(&guard);
    for (Watched *file = folder->files; file && result == 0; file = file->next) {
        // A name that was never synced may be missing, one that was deleted may still be there.
        if (!file->is_synced && next_random(&seed) & 1) continue;
        if (file->is_deleted && (!file->is_synced || next_random(&seed) & 1)) continue;
        sqlite3_int64 size = 0;
        unsigned char *image = NULL;
        grow(&image, &size, file->synced_size);
        if (size > 0) memcpy(image, file->synced, (size_t)size);
        for (Pending *pending = file->first; pending; pending = pending->next) apply_maybe(&image, &size, pending, &seed);
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", target, file->name);
        FILE *stream = fopen(path, "wb");
        if (!stream || (size > 0 && fwrite(image, 1, (size_t)size, stream) != (size_t)size)) result = 1;
        if (stream) fclose(stream);
        free(image);
    }
    pthread_mutex_unlock(&guard);
    return result;
}
