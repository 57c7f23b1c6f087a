/* Preloaded into a process, this makes its disk slow: each sync takes five milliseconds more. */
#include <dlfcn.h>
#include <unistd.h>

static int slowly(const char *name, int file) {
    int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    usleep(5000);
    return sync(file);
}

int fdatasync(int file) {
    return slowly("fdatasync", file);
}

int fsync(int file) {
    return slowly("fsync", file);
}
