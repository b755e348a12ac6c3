#include "vector_math.h"

#include <math.h>

#include "kernels.h"

// The dispatch. The kernels are in kernels_scalar.c (any processor) and kernels_avx2.c (x86-64 with glibc).

cvm_path cvm_best_path(void) {
#if CVM_HAS_AVX2
    __builtin_cpu_init();
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) { return CVM_PATH_SCALAR; }
    return cvm_finds_lane_functions() ? CVM_PATH_VECTOR : CVM_PATH_SCALAR;
#else
    return CVM_PATH_SCALAR;
#endif
}

double cvm_log_gamma(double x) {
    int sign;
    return lgamma_r(x, &sign);
}

static int takes_vector(cvm_path path) { return path == CVM_PATH_VECTOR && cvm_best_path() == CVM_PATH_VECTOR; }

static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

cvm_beta_geometric_sums cvm_beta_geometric_run(
    const double *age, const double *recency, const double *weight, size_t count,
    double alpha, double shape, double log_odds, cvm_path path) {
    int vector = takes_vector(path);
    cvm_beta_geometric_sums total = {0, 0, 0, 0};
    for (size_t start = 0; start < count; start += CVM_CHUNK_ROWS) {
        size_t length = smaller(count - start, CVM_CHUNK_ROWS);
        cvm_beta_geometric_sums part =
#if CVM_HAS_AVX2
            vector ? cvm_beta_geometric_chunk_avx2(age + start, recency + start, weight + start, length, alpha, shape, log_odds) :
#endif
                   cvm_beta_geometric_chunk_scalar(age + start, recency + start, weight + start, length, alpha, shape, log_odds);
        total.value += part.value;
        total.by_shape += part.by_shape;
        total.by_rate += part.by_rate;
        total.dropped += part.dropped;
    }
    (void)vector;
    return total;
}

cvm_pareto_sums cvm_pareto_run(
    const double *age, const double *recency, const double *weight, size_t count,
    double shape, double alpha, double s, double beta, cvm_path path) {
    int vector = takes_vector(path);
    cvm_pareto_sums total = {0, 0, 0, 0, 0};
    for (size_t start = 0; start < count; start += CVM_CHUNK_ROWS) {
        size_t length = smaller(count - start, CVM_CHUNK_ROWS);
        cvm_pareto_sums part =
#if CVM_HAS_AVX2
            vector ? cvm_pareto_chunk_avx2(age + start, recency + start, weight + start, length, shape, alpha, s, beta) :
#endif
                   cvm_pareto_chunk_scalar(age + start, recency + start, weight + start, length, shape, alpha, s, beta);
        total.value += part.value;
        total.by_shape += part.by_shape;
        total.by_alpha += part.by_alpha;
        total.by_s += part.by_s;
        total.by_beta += part.by_beta;
    }
    (void)vector;
    return total;
}

double cvm_power_integral(double near, double far, double ratio, double length, cvm_path path) {
#if CVM_HAS_AVX2
    if (takes_vector(path)) { return cvm_power_integral_avx2(near, far, ratio, length); }
#endif
    (void)path;
    return cvm_power_integral_scalar(near, far, ratio, length).mass;
}

cvm_gamma_gamma_sums cvm_gamma_gamma_run(
    const double *mean, const double *weight, size_t count, double v, double purchases, cvm_path path) {
    int vector = takes_vector(path);
    cvm_gamma_gamma_sums total = {0, 0};
    for (size_t start = 0; start < count; start += CVM_CHUNK_ROWS) {
        size_t length = smaller(count - start, CVM_CHUNK_ROWS);
        cvm_gamma_gamma_sums part =
#if CVM_HAS_AVX2
            vector ? cvm_gamma_gamma_chunk_avx2(mean + start, weight + start, length, v, purchases) :
#endif
                   cvm_gamma_gamma_chunk_scalar(mean + start, weight + start, length, v, purchases);
        total.log_total += part.log_total;
        total.inverse_total += part.inverse_total;
    }
    (void)vector;
    return total;
}

void cvm_combine_rows(const double *factors, const double *rows, size_t row_count, size_t width, double *out, cvm_path path) {
#if CVM_HAS_AVX2
    if (takes_vector(path)) {
        cvm_combine_rows_avx2(factors, rows, row_count, width, out);
        return;
    }
#endif
    (void)path;
    cvm_combine_rows_scalar(factors, rows, row_count, width, out);
}

size_t cvm_mix_negative_binomials(
    double *terms, const double *growth, size_t count, double shape, double *out, size_t capacity, cvm_path path) {
#if CVM_HAS_AVX2
    if (takes_vector(path)) { return cvm_mix_negative_binomials_avx2(terms, growth, count, shape, out, capacity); }
#endif
    (void)path;
    return cvm_mix_negative_binomials_scalar(terms, growth, count, shape, out, capacity);
}
