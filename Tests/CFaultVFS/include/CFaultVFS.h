// Files that fail on demand, for tests of what survives.
//
// A layer between SQLite and the disk. Folders that are put under watch remember for every file what a disk would
// surely hold (its content at the last sync) and every write since. A power cut can be had at any operation: the image
// that a disk might then hold is the synced content with some of the later writes, whole or torn, in any order.
// Files elsewhere are passed through untouched.
#ifndef C_FAULT_VFS_H
#define C_FAULT_VFS_H

#include <stdint.h>

typedef struct FaultFolder FaultFolder;

/// Becomes SQLite's default way to files; further calls do nothing.
void fault_vfs_install(void);

/// Watches a folder. Files must not be open yet.
FaultFolder *fault_folder_watch(const char *path);
/// Ends the watch. Files must be closed.
void fault_folder_forget(FaultFolder *folder);

/// How many syncs reached files of the folder.
uint64_t fault_folder_syncs(FaultFolder *folder);
/// How many operations (writes, truncations, syncs, deletions) reached files of the folder.
uint64_t fault_folder_operations(FaultFolder *folder);
/// How many bytes were written and not synced since.
uint64_t fault_folder_unsynced_bytes(FaultFolder *folder);

/// Cuts the power at the operation after so many more: it and everything later fails.
void fault_folder_cut_after(FaultFolder *folder, uint64_t operations);
/// Whether the power is cut.
int fault_folder_is_cut(FaultFolder *folder);
/// Writes what the disk might hold now into another folder. Another seed, another possibility. 0 where that worked.
int fault_folder_write_image(FaultFolder *folder, const char *target, uint64_t seed);

/// The disk has no room for more than so many bytes in the folder's files; 0: no limit.
void fault_folder_limit(FaultFolder *folder, uint64_t bytes);
/// The next syncs fail.
void fault_folder_fail_syncs(FaultFolder *folder, uint64_t count);
/// Files of the folder may be read only.
void fault_folder_read_only(FaultFolder *folder, int is_read_only);

#endif
