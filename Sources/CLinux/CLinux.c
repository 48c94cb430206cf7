#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/serial.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/sysmacros.h>
#include <sys/timex.h>
#include <unistd.h>

int clinux_open_pseudo_terminal(void) {
  int controller = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (controller < 0) return -1;
  if (grantpt(controller) != 0 || unlockpt(controller) != 0) {
    int error = errno;
    close(controller);
    errno = error;
    return -1;
  }
  return controller;
}

int clinux_pseudo_terminal_name(int controller, char *buffer, size_t length) {
  return ptsname_r(controller, buffer, length);
}

int clinux_rename_no_replace(int from_directory, const char *from, int to_directory, const char *to) {
  return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE);
}

int clinux_peer_credentials(int socket, pid_t *pid, uid_t *uid, gid_t *gid) {
  struct ucred credentials;
  socklen_t length = sizeof credentials;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &length) != 0) return -1;
  *pid = credentials.pid;
  *uid = credentials.uid;
  *gid = credentials.gid;
  return 0;
}

int clinux_group_number(const char *name, gid_t *group) {
  // A group with many members needs room for all their names.
  for (size_t size = 4096; size <= (1 << 24); size *= 4) {
    char *room = malloc(size);
    if (!room) return ENOMEM;
    struct group entry, *found = NULL;
    int error = getgrnam_r(name, &entry, room, size, &found);
    if (found) *group = entry.gr_gid;
    free(room);
    if (error != ERANGE) return found ? 0 : error ? error : ENOENT;
  }
  return ERANGE;
}

int clinux_serial_close_at_once(int descriptor) {
  struct serial_struct settings;
  if (ioctl(descriptor, TIOCGSERIAL, &settings) != 0) return -1;
  settings.closing_wait = ASYNC_CLOSING_WAIT_NONE;
  return ioctl(descriptor, TIOCSSERIAL, &settings);
}

unsigned clinux_device_major(dev_t device) { return major(device); }

unsigned clinux_device_minor(dev_t device) { return minor(device); }

int clinux_sync_file_system(int descriptor) {
  return syncfs(descriptor);
}

int clinux_limit_memory_arenas(int count) {
  return mallopt(M_ARENA_MAX, count);
}

int clinux_clock_is_synchronized(void) {
  struct timex clock = {.modes = 0};
  int state = adjtimex(&clock);
  return state < 0 ? -1 : state != TIME_ERROR && !(clock.status & STA_UNSYNC);
}
