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

#if CVM_HAS_AVX2
cvm_beta_geometric_sums cvm_beta_geometric_chunk_avx2(
    const double *age, const double *recency, const double *weight, size_t count, double alpha, double shape, double log_odds);
cvm_pareto_sums cvm_pareto_chunk_avx2(
    const double *age, const double *recency, const double *weight, size_t count, double shape, double alpha, double s, double beta);
cvm_power_moments cvm_power_integral_avx2(double near, double far, double ratio, double length);
cvm_gamma_gamma_sums cvm_gamma_gamma_chunk_avx2(
    const double *mean, const double *weight, size_t count, double v, double purchases);
void cvm_combine_rows_avx2(const double *factors, const double *rows, size_t row_count, size_t width, double *out);
#endif

// The row of Pareto/NBD once its four logarithms and its integral are known; shared by both paths.
typedef struct {
    double log_alpha_age, log_alpha_recency, log_beta_age, log_beta_recency;
} cvm_pareto_logs;

typedef struct {
    double value, by_shape, by_alpha, by_s, by_beta;
} cvm_pareto_row;

cvm_pareto_row cvm_finish_pareto_row(
    double age, double recency, double shape, double alpha, double s, double beta, double log_s,
    cvm_pareto_logs logs, cvm_power_moments moments);
