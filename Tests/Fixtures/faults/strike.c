// Strikes one system call of a program: kills the program there, or lets the call fail.
//
//   cc -shared -fPIC strike.c -o strike.so
//   LD_PRELOAD=strike.so HERMOD_STRIKE=PAGE hermod daemon
//
// strace counts `when=N` in each thread by itself; a call that wanders from thread to thread, as those
// of the gateway do, has no number there. Here all threads share one count, in a page of a file that
// the test maps as well. Counting begins when the test arms the page.
//
// What is counted goes to files, directories and serial lines; sockets, pipes and the log are not.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/// The order of `StruckCall` in the test.
enum call {
  call_write,
  call_pwrite,
  call_fsync,
  call_fdatasync,
  call_syncfs,
  call_fallocate,
  call_openat,
  call_renameat,
  call_renameat2,
  call_unlinkat,
  call_count
};

/// What is done to the call; a positive number is the errno that it fails with.
enum { effect_kill = -1, effect_tear = -2 };

/// The page that the test shares.
struct page {
  _Atomic int32_t armed;
  int32_t call, effect, point;
  /// 1 once the call was struck.
  _Atomic int32_t struck;
  /// Whether a message had been handed to a modem by then.
  int32_t was_handed;
  _Atomic int32_t handed;
  _Atomic int32_t counts[call_count];
  char place[256];
};

static struct page none, *page = &none;

__attribute__((constructor)) static void map_page(void) {
  const char *path = getenv("HERMOD_STRIKE");
  int descriptor = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0) : -1;
  if (descriptor < 0) return;
  void *mapped = mmap(NULL, sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  if (mapped != MAP_FAILED) page = mapped;
  close(descriptor);
}

/// Ends the process at once, as a power cut would.
static void end(void) {
  for (;;) syscall(SYS_kill, getpid(), SIGKILL);
}

/// What happens to this call: 0 nothing, or an effect. A kill does not return.
static int strike(enum call call, const char *place) {
  if (!atomic_load(&page->armed)) return 0;
  int number = atomic_fetch_add(&page->counts[call], 1) + 1;
  if (page->effect == 0 || page->call != (int32_t)call || page->point != number) return 0;
  snprintf(page->place, sizeof page->place, "%s", place);
  page->was_handed = atomic_load(&page->handed);
  atomic_store(&page->struck, 1);
  if (page->effect == effect_kill) end();
  return page->effect;
}

static int strike_descriptor(enum call call, int descriptor) {
  if (!atomic_load(&page->armed) || descriptor <= STDERR_FILENO) return 0;
  int error = errno;
  struct stat status;
  char link[64], place[256] = "";
  int effect = 0;
  if (fstat(descriptor, &status) == 0
      && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode) || S_ISCHR(status.st_mode))) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, place, sizeof place - 1);
    place[length < 0 ? 0 : length] = 0;
    effect = strike(call, place);
  }
  errno = error;
  return effect;
}

/// Whether the call fails: then errno is set.
static int fails(int effect) {
  if (effect > 0) errno = effect;
  return effect > 0;
}

static void notice(const void *octets, size_t count) {
  if (atomic_load(&page->armed) && memmem(octets, count, "AT+CMGS=", 8))
    atomic_store(&page->handed, 1);
}

ssize_t write(int descriptor, const void *octets, size_t count) {
  int effect = strike_descriptor(call_write, descriptor);
  if (fails(effect)) return -1;
  notice(octets, count);
  if (effect == effect_tear) {
    syscall(SYS_write, descriptor, octets, count / 2);
    end();
  }
  return syscall(SYS_write, descriptor, octets, count);
}

ssize_t writev(int descriptor, const struct iovec *pieces, int count) {
  int effect = strike_descriptor(call_write, descriptor);
  if (fails(effect)) return -1;
  for (int piece = 0; piece < count; piece++)
    notice(pieces[piece].iov_base, pieces[piece].iov_len);
  if (effect == effect_tear) {
    if (count > 0) syscall(SYS_write, descriptor, pieces[0].iov_base, pieces[0].iov_len / 2);
    end();
  }
  return syscall(SYS_writev, descriptor, pieces, count);
}

ssize_t pwrite64(int descriptor, const void *octets, size_t count, off64_t place) {
  int effect = strike_descriptor(call_pwrite, descriptor);
  if (fails(effect)) return -1;
  if (effect == effect_tear) {
    syscall(SYS_pwrite64, descriptor, octets, count / 2, place);
    end();
  }
  return syscall(SYS_pwrite64, descriptor, octets, count, place);
}

ssize_t pwrite(int descriptor, const void *octets, size_t count, off_t place) {
  return pwrite64(descriptor, octets, count, place);
}

int fsync(int descriptor) {
  return fails(strike_descriptor(call_fsync, descriptor)) ? -1 : (int)syscall(SYS_fsync, descriptor);
}

int fdatasync(int descriptor) {
  return fails(strike_descriptor(call_fdatasync, descriptor))
             ? -1
             : (int)syscall(SYS_fdatasync, descriptor);
}

int syncfs(int descriptor) {
  return fails(strike_descriptor(call_syncfs, descriptor))
             ? -1
             : (int)syscall(SYS_syncfs, descriptor);
}

int posix_fallocate(int descriptor, off_t place, off_t count) {
  int effect = strike_descriptor(call_fallocate, descriptor);
  if (effect > 0) return effect;
  return syscall(SYS_fallocate, descriptor, 0, place, count) == 0 ? 0 : errno;
}

int openat(int directory, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (fails(strike(call_openat, path))) return -1;
  return (int)syscall(SYS_openat, directory, path, flags, mode);
}

int openat64(int directory, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return openat(directory, path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return openat(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return openat(AT_FDCWD, path, flags, mode);
}

int renameat2(int from, const char *name, int to, const char *other, unsigned flags) {
  if (fails(strike(call_renameat2, other))) return -1;
  return (int)syscall(SYS_renameat2, from, name, to, other, flags);
}

int renameat(int from, const char *name, int to, const char *other) {
  if (fails(strike(call_renameat, other))) return -1;
  return (int)syscall(SYS_renameat2, from, name, to, other, 0);
}

int rename(const char *name, const char *other) {
  return renameat(AT_FDCWD, name, AT_FDCWD, other);
}

int unlinkat(int directory, const char *path, int flags) {
  if (fails(strike(call_unlinkat, path))) return -1;
  return (int)syscall(SYS_unlinkat, directory, path, flags);
}

int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
