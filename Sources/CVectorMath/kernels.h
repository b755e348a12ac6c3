#pragma once

// The C library names itself (__GLIBC__) only once one of its headers was read.
#include <math.h>

#include "vector_math.h"

#if defined(__x86_64__) && defined(__linux__) && defined(__GLIBC__)
#define CVM_HAS_AVX2 1
#else
#define CVM_HAS_AVX2 0
#endif

// Moments under exp(-D(w)), D(w) = near w + far q(w), q(w) = log(1 + ratio (exp(w) - 1)).
typedef struct {
    double mass;           // 1
    double w;              // w
    double q;              // q(w)
    double inverse_near;   // exp(-w)
    double inverse_far;    // exp(-q(w))
} cvm_power_moments;

// What one panel of the 8-point and of the 16-point rule takes with a relative error below 1e-10: how far the exponent moves,
// and how long the panel is (the integrand is analytic within pi of the real axis).
#define CVM_SMALL_DROP 4.0
#define CVM_SMALL_LENGTH 2.0
#define CVM_LARGE_DROP 16.0
#define CVM_LARGE_LENGTH 4.0

// How a length is cut: `panels` equal parts, each with an 8- or a 16-point rule.
typedef struct {
    double length;
    int panels;
    int points;
} cvm_power_plan;

cvm_power_plan cvm_plan_power_integral(double near, double far, double ratio, double length);

cvm_beta_geometric_sums cvm_beta_geometric_chunk_scalar(
    const double *age, const double *recency, const double *weight, size_t count, double alpha, double shape, double log_odds);
cvm_pareto_sums cvm_pareto_chunk_scalar(
    const double *age, const double *recency, const double *weight, size_t count, double shape, double alpha, double s, double beta);
cvm_power_moments cvm_power_integral_scalar(double near, double far, double ratio, double length);
cvm_gamma_gamma_sums cvm_gamma_gamma_chunk_scalar(
    const double *mean, const double *weight, size_t count, double v, double purchases);
void cvm_combine_rows_scalar(const double *factors, const double *rows, size_t row_count, size_t width, double *out);
size_t cvm_mix_negative_binomials_scalar(
    double *terms, const double *growth, size_t count, double shape, double *out, size_t capacity);

#if CVM_HAS_AVX2
// Whether this machine has vector logarithms and exponentials; looks for them once.
int cvm_finds_lane_functions(void);

cvm_beta_geometric_sums cvm_beta_geometric_chunk_avx2(
    const double *age, const double *recency, const double *weight, size_t count, double alpha, double shape, double log_odds);
cvm_pareto_sums cvm_pareto_chunk_avx2(
    const double *age, const double *recency, const double *weight, size_t count, double shape, double alpha, double s, double beta);
double cvm_power_integral_avx2(double near, double far, double ratio, double length);
cvm_gamma_gamma_sums cvm_gamma_gamma_chunk_avx2(
    const double *mean, const double *weight, size_t count, double v, double purchases);
void cvm_combine_rows_avx2(const double *factors, const double *rows, size_t row_count, size_t width, double *out);
size_t cvm_mix_negative_binomials_avx2(
    double *terms, const double *growth, size_t count, double shape, double *out, size_t capacity);
#endif
