// The names of Linux and of the C library that Swift's Glibc module does not show.
#ifndef HERMOD_CLINUX_H
#define HERMOD_CLINUX_H

#include <stddef.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/types.h>

/// Opens a new pseudo-terminal's controller side, close-on-exec, unlocked; -1 and `errno` on failure.
int clinux_open_pseudo_terminal(void);

/// Writes the path of the terminal side of `controller` into `buffer`; 0, or an error number.
int clinux_pseudo_terminal_name(int controller, char *buffer, size_t length);

/// `renameat2` with `RENAME_NOREPLACE`; -1 and `errno` on failure.
int clinux_rename_no_replace(int from_directory, const char *from, int to_directory, const char *to);

/// `syncfs`: makes everything on the file system of `descriptor` durable; -1 and `errno` on failure.
int clinux_sync_file_system(int descriptor);

/// Who is at the other end of a Unix-domain socket: SO_PEERCRED; -1 and `errno` on failure.
int clinux_peer_credentials(int socket, pid_t *pid, uid_t *uid, gid_t *gid);

/// Finds the number of a group by its name; 0, or an error number, ENOENT where there is none.
///
/// Unlike `getgrnam` it uses no memory that other threads share.
int clinux_group_number(const char *name, gid_t *group);

/// Sets `closing_wait` of a serial port to none, so that closing never waits for a dead line.
int clinux_serial_close_at_once(int descriptor);

/// The two halves of a device number, such as a node's file system has in `st_dev`.
unsigned clinux_device_major(dev_t device);
unsigned clinux_device_minor(dev_t device);

/// Whether the kernel's clock is kept right from elsewhere (adjtimex); 1, 0, or -1 and `errno`.
int clinux_clock_is_synchronized(void);

/// Lets all threads take memory from this many arenas of the C library instead of eight for each
/// processor, each of which keeps what it once had. To be called before threads do. 1 on success.
int clinux_limit_memory_arenas(int count);

#endif
