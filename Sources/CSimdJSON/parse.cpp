#include "CSimdJSON.h"
#include <simdjson.h>
extern "C" int simdjson_placeholder(void) { return 0; }
