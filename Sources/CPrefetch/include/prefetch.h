#ifndef PERENNIAL_PREFETCH_H
#define PERENNIAL_PREFETCH_H

// Asks the processor to bring what stands at an address nearer, while other work goes on. Nothing is read: any address will do.
static inline void prefetch(const void *_Nullable address) { __builtin_prefetch(address); }

#endif
