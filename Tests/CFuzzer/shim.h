// The interface of libFuzzer (compiler-rt/include/fuzzer/FuzzerInterface.h), which Swift's toolchain
// has as a library but without a header.
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(
    int *argc, char ***argv, int (*test)(const uint8_t *data, size_t size));
