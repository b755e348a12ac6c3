#pragma once

#include <stddef.h>

// Vector loops over logarithms and exponentials.
//
// Each function has two paths: four rows at a time with AVX2, FMA and glibc's vector library, and one row at a time with the plain
// C library. The path is an argument, so that a test can compare the two; a vector path that the processor lacks falls back.
// Rows are summed in chunks of CVM_CHUNK_ROWS, and the chunks in order: the sums do not depend on who calls, or how often.

#ifdef __cplusplus
extern "C" {
#endif

#define CVM_CHUNK_ROWS 1024

typedef enum { CVM_PATH_SCALAR = 0, CVM_PATH_VECTOR = 1 } cvm_path;

/// The best path that this processor has.
cvm_path cvm_best_path(void);

/// log(Gamma(x)) for x > 0, without the global sign that lgamma writes.
double cvm_log_gamma(double x);

/// What the beta-geometric models need from all rows of one frequency x; every sum is weighted.
typedef struct {
    /// -(r + x) log(alpha + T) + log(1 + exp(d)), where d is the log odds of having dropped out
    double value;
    /// its derivative in r
    double by_shape;
    /// its derivative in alpha
    double by_rate;
    /// 1 / (1 + exp(-d)): the chance of having dropped out
    double dropped;
} cvm_beta_geometric_sums;

/// `shape` is r + x, `log_odds` the part of d that only x decides; minus infinity where dropping out is impossible.
cvm_beta_geometric_sums cvm_beta_geometric_run(
    const double *age, const double *recency, const double *weight, size_t count,
    double alpha, double shape, double log_odds, cvm_path path);

/// What Pareto/NBD needs from all rows of one frequency x; every sum is weighted.
typedef struct {
    /// log of the braces of the likelihood
    double value;
    double by_shape;
    double by_alpha;
    double by_s;
    double by_beta;
} cvm_pareto_sums;

/// `shape` is r + x.
cvm_pareto_sums cvm_pareto_run(
    const double *age, const double *recency, const double *weight, size_t count,
    double shape, double alpha, double s, double beta, cvm_path path);

/// Integral over w from 0 to `length` of exp(-(near w + far log(1 + ratio (exp(w) - 1)))), with 0 < ratio <= 1 and far >= 0.
double cvm_power_integral(double near, double far, double ratio, double length, cvm_path path);

/// Sums over the rows of one number of purchases n; weighted.
typedef struct {
    /// log(v + n m)
    double log_total;
    /// 1 / (v + n m)
    double inverse_total;
} cvm_gamma_gamma_sums;

cvm_gamma_gamma_sums cvm_gamma_gamma_run(
    const double *mean, const double *weight, size_t count, double v, double purchases, cvm_path path);

/// out[j] = sum over i of factors[i] * rows[i * width + j], for j < width.
void cvm_combine_rows(const double *factors, const double *rows, size_t row_count, size_t width, double *out, cvm_path path);

/// Mixes negative binomial distributions of one shape: out[n] = sum over j of P(n | node j), for n from 0.
///
/// terms[j] holds node j's probability times its P(0), growth[j] its tau / (1 + tau); terms is overwritten. Stops when what is left
/// is below 1e-14, or at `capacity`; returns how many were written. `count` is a multiple of four.
size_t cvm_mix_negative_binomials(
    double *terms, const double *growth, size_t count, double shape, double *out, size_t capacity, cvm_path path);

#ifdef __cplusplus
}
#endif
