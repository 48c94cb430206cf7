// What the thread sanitizer is not told by Swift 6.3, and has to know.
//
// The runtime is not instrumented: where it orders two threads it has to say so, and in two places it
// does not. Without this file every contended Mutex and every continuation that is resumed before it is
// awaited counts as a race. Suppressions could only name the frames of our own code, and would hide its
// races as well. `make tsan` links this file into what it builds, and nothing else does: each function
// stands before one of the runtime, adds the missing word, and calls the original.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

// Absent from what is built without the sanitizer, such as the plug-ins of the compiler.
extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));

static void acquire(void *address) {
  if (__tsan_acquire && address) __tsan_acquire(address);
}

static void release(void *address) {
  if (__tsan_release && address) __tsan_release(address);
}

#define ORIGINAL(type, symbol)                                                          \
  ({                                                                                    \
    static _Atomic(type *) found;                                                       \
    type *function = atomic_load_explicit(&found, memory_order_acquire);                \
    if (!function) {                                                                    \
      function = (type *)dlsym(RTLD_NEXT, symbol);                                      \
      atomic_store_explicit(&found, function, memory_order_release);                    \
    }                                                                                   \
    function;                                                                           \
  })

// Synchronization.Mutex under contention. The way without contention is compiled into the caller, and
// is instrumented there; this one takes and gives the lock by a system call in the library.
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

typedef __attribute__((swiftcall)) void Lock(uint32_t thread, __attribute__((swift_context)) void *mutex);
typedef __attribute__((swiftcall)) void Unlock(__attribute__((swift_context)) void *mutex);

Lock lockSlow __asm__(LOCK);
Unlock unlockSlow __asm__(UNLOCK);

__attribute__((swiftcall)) void lockSlow(
    uint32_t thread, __attribute__((swift_context)) void *mutex) {
  ORIGINAL(Lock, LOCK)(thread, mutex);
  acquire(mutex);
}

__attribute__((swiftcall)) void unlockSlow(__attribute__((swift_context)) void *mutex) {
  release(mutex);
  ORIGINAL(Unlock, UNLOCK)(mutex);
}

// A continuation. Whoever resumes it says so (a release of its task); the task acquires when it is run
// again, but not where it was resumed before it came to wait, and simply goes on. Whichever way it
// goes on, the first thing that it does is to free the frame of the call that waited.
typedef __attribute__((swiftcall)) void Free(void *frame);

extern __attribute__((swiftcall)) void *swift_task_getCurrent(void) __attribute__((weak));

__attribute__((swiftcall)) void swift_task_dealloc(void *frame) {
  if (swift_task_getCurrent) acquire(swift_task_getCurrent());
  ORIGINAL(Free, "swift_task_dealloc")(frame);
}

// Handing something over as `inout` counts as writing it. What has no size, such as
// SystemRandomNumberGenerator, has no address either: what stands in the register is taken for it, most
// often a place in the code, for which the sanitizer keeps nothing that could be written.
extern void __real___tsan_external_write(void *address, void *caller, void *tag) __attribute__((weak));
extern char __executable_start[], etext[];

void __wrap___tsan_external_write(void *address, void *caller, void *tag) {
  if (!address || ((char *)address >= __executable_start && (char *)address < etext)) return;
  __real___tsan_external_write(address, caller, tag);
}
