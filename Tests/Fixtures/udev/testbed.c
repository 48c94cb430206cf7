// Plugs mocked devices in and out of a umockdev testbed while another process runs in it.
//
//   cc testbed.c -o testbed $(pkg-config --cflags --libs umockdev-1.0)
//   umockdev-wrapper ./testbed      (without the wrapper no uevent is ever sent)
//
// The first line written is the testbed's root: the other process runs with it in UMOCKDEV_DIR and
// with LD_PRELOAD=libumockdev-preload.so.0. Then each line read is a command, and each answered by
// a line "ok ..." or "error ...". End of input removes the testbed.
//
//   load FILE           adds the devices of a description, silently
//   announce FILE       sends "add" for each of them, in order: the moment of plugging in
//   withdraw FILE       removes each of them and sends "remove", last first: unplugging
//   change PATH         sends "change" for the device of that sysfs path
//   property PATH K V   sets a udev property of a device
//   bind NAME TERMINAL  lets the mocked /dev/NAME be a pseudo-terminal that a simulator serves

#include <glob.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <umockdev.h>
#include <unistd.h>

enum { line_size = 4096, most_devices = 512, patience_milliseconds = 10000 };

static UMockdevTestbed *testbed;
static char *root;

/// Takes the result of a call that says what went wrong in a GError.
static void answer(gboolean succeeded, GError *error) {
  if (succeeded) {
    puts("ok");
  } else {
    printf("error %s\n", error ? error->message : "failed");
    g_clear_error(&error);
  }
}

/// The sysfs paths of a description, in order; at most `most_devices`.
static int read_paths(const char *file, char **paths) {
  FILE *description = fopen(file, "r");
  if (!description) return -1;
  char line[line_size];
  int count = 0;
  while (count < most_devices && fgets(line, sizeof line, description)) {
    line[strcspn(line, "\n")] = 0;
    if (strncmp(line, "P: ", 3) == 0) paths[count++] = g_strconcat("/sys", line + 3, NULL);
  }
  fclose(description);
  return count;
}

static gboolean is_there(const char *path) {
  char *event = g_strconcat(root, path, "/uevent", NULL);
  gboolean found = access(event, F_OK) == 0;
  g_free(event);
  return found;
}

/// Waits until each listener has room for one more event. The library aborts when one has not, and
/// by default ten events fill it.
static void wait_for_listeners(void) {
  char *pattern = g_strconcat(root, "/event*", NULL);
  glob_t listeners;
  if (glob(pattern, 0, NULL, &listeners) == 0) {
    for (size_t number = 0; number < listeners.gl_pathc; number++) {
      struct sockaddr_un address = {.sun_family = AF_UNIX};
      snprintf(address.sun_path, sizeof address.sun_path, "%s", listeners.gl_pathv[number]);
      int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
      if (descriptor < 0) continue;
      struct pollfd room = {.fd = descriptor, .events = POLLOUT};
      if (connect(descriptor, (struct sockaddr *)&address, sizeof address) == 0)
        poll(&room, 1, patience_milliseconds);
      close(descriptor);
    }
    globfree(&listeners);
  }
  g_free(pattern);
}

static void send_event(const char *path, const char *action) {
  wait_for_listeners();
  umockdev_testbed_uevent(testbed, path, action);
}

static void announce(const char *file, gboolean adding) {
  char *paths[most_devices];
  int count = read_paths(file, paths);
  if (count < 0) {
    puts("error cannot read the description");
    return;
  }
  for (int number = 0; number < count; number++) {
    const char *path = paths[adding ? number : count - 1 - number];
    if (!is_there(path)) continue;
    send_event(path, adding ? "add" : "remove");
    // One device at a time: its children have gone before it.
    if (!adding) umockdev_testbed_remove_device(testbed, path);
  }
  for (int number = 0; number < count; number++) g_free(paths[number]);
  printf("ok %d\n", count);
}

static void bind_terminal(const char *name, const char *terminal) {
  char node[PATH_MAX], replacement[PATH_MAX + 8];
  snprintf(node, sizeof node, "%s/dev/%s", root, name);
  snprintf(replacement, sizeof replacement, "%s.new", node);
  int failed = symlink(terminal, replacement) != 0 || rename(replacement, node) != 0;
  puts(failed ? "error cannot bind the node" : "ok");
}

static void perform(const char *command, const char *first, const char *second, const char *rest) {
  GError *error = NULL;
  if (strcmp(command, "load") == 0 && first) {
    gboolean loaded = umockdev_testbed_add_from_file(testbed, first, &error);
    answer(loaded, error);
  } else if (strcmp(command, "announce") == 0 && first) {
    announce(first, TRUE);
  } else if (strcmp(command, "withdraw") == 0 && first) {
    announce(first, FALSE);
  } else if (strcmp(command, "change") == 0 && first) {
    send_event(first, "change");
    puts("ok");
  } else if (strcmp(command, "property") == 0 && rest) {
    umockdev_testbed_set_property(testbed, first, second, rest);
    puts("ok");
  } else if (strcmp(command, "bind") == 0 && second) {
    bind_terminal(first, second);
  } else {
    puts("error unknown command");
  }
}

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  testbed = umockdev_testbed_new();
  root = umockdev_testbed_get_root_dir(testbed);
  // The library would send "add" for whatever is loaded inside a testbed. It asks once whether it
  // is inside one and remembers: let it remember that it is not, so that `load` is silent.
  unsetenv("UMOCKDEV_DIR");
  (void)umockdev_in_mock_environment();
  setenv("UMOCKDEV_DIR", root, 1);
  puts(root);
  char line[line_size];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    char *command = strtok(line, " "), *first = strtok(NULL, " "), *second = strtok(NULL, " ");
    if (command) perform(command, first, second, strtok(NULL, ""));
  }
  g_free(root);
  g_object_unref(testbed);
  return 0;
}
