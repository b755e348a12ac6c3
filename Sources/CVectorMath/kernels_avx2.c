#include "kernels.h"

#if CVM_HAS_AVX2

#include <immintrin.h>
#include <math.h>

#include "gauss_legendre.h"

// Four rows at a time. The functions are compiled for AVX2 and FMA whatever the flags of the build, and reached only after the
// processor was asked (vector_math.c). glibc's vector library has no header: its functions are declared here by their ABI names.
// log1p is not among them before glibc 2.35, so log(1 + e) stands in: its error is absolute, 1e-16, beside sums of order one.

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

__m256d _ZGVdN4v_log(__m256d x);
__m256d _ZGVdN4v_exp(__m256d x);

static inline __m256d all(double x) { return _mm256_set1_pd(x); }

static inline double sum_of_lanes(__m256d v) {
    double lanes[4];
    _mm256_storeu_pd(lanes, v);
    return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}

typedef struct {
    __m256d value, by_shape, by_rate, dropped;
} beta_geometric_lanes;

static inline void add_beta_geometric(
    beta_geometric_lanes *sums, __m256d age, __m256d recency, __m256d weight, __m256d alpha, __m256d shape, __m256d log_odds,
    int can_drop) {
    __m256d one = all(1);
    __m256d at_age = _mm256_add_pd(alpha, age);
    __m256d log_age = _ZGVdN4v_log(at_age);
    __m256d inverse_age = _mm256_div_pd(one, at_age);
    __m256d value = _mm256_mul_pd(shape, log_age);
    if (!can_drop) {
        sums->value = _mm256_fnmadd_pd(weight, value, sums->value);
        sums->by_shape = _mm256_fnmadd_pd(weight, log_age, sums->by_shape);
        sums->by_rate = _mm256_fnmadd_pd(weight, _mm256_mul_pd(shape, inverse_age), sums->by_rate);
        return;
    }
    __m256d at_recency = _mm256_add_pd(alpha, recency);
    __m256d gap = _mm256_sub_pd(log_age, _ZGVdN4v_log(at_recency));
    __m256d d = _mm256_fmadd_pd(shape, gap, log_odds);
    __m256d size = _mm256_andnot_pd(all(-0.0), d);
    // Beyond 700 the vector exponential leaves its fast path; exp(-700) is zero beside one.
    __m256d e = _ZGVdN4v_exp(_mm256_sub_pd(_mm256_setzero_pd(), _mm256_min_pd(size, all(700))));
    __m256d one_plus = _mm256_add_pd(one, e);
    __m256d is_likely = _mm256_cmp_pd(d, _mm256_setzero_pd(), _CMP_GE_OQ);
    __m256d dropped = _mm256_div_pd(_mm256_blendv_pd(e, one, is_likely), one_plus);
    __m256d soft = _mm256_add_pd(_mm256_max_pd(d, _mm256_setzero_pd()), _ZGVdN4v_log(one_plus));
    __m256d rate_gap = _mm256_sub_pd(inverse_age, _mm256_div_pd(one, at_recency));

    sums->value = _mm256_fmadd_pd(weight, _mm256_sub_pd(soft, value), sums->value);
    sums->by_shape = _mm256_fmadd_pd(weight, _mm256_fmsub_pd(dropped, gap, log_age), sums->by_shape);
    __m256d by_rate = _mm256_mul_pd(shape, _mm256_fmsub_pd(dropped, rate_gap, inverse_age));
    sums->by_rate = _mm256_fmadd_pd(weight, by_rate, sums->by_rate);
    sums->dropped = _mm256_fmadd_pd(weight, dropped, sums->dropped);
}

cvm_beta_geometric_sums cvm_beta_geometric_chunk_avx2(
    const double *age, const double *recency, const double *weight, size_t count, double alpha, double shape, double log_odds) {
    beta_geometric_lanes sums = {_mm256_setzero_pd(), _mm256_setzero_pd(), _mm256_setzero_pd(), _mm256_setzero_pd()};
    int can_drop = log_odds > -INFINITY;
    __m256d alphas = all(alpha), shapes = all(shape), odds = all(can_drop ? log_odds : 0);
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        add_beta_geometric(
            &sums, _mm256_loadu_pd(age + i), _mm256_loadu_pd(recency + i), _mm256_loadu_pd(weight + i), alphas, shapes, odds, can_drop);
    }
    if (i < count) {
        double ages[4] = {1, 1, 1, 1}, recencies[4] = {0, 0, 0, 0}, weights[4] = {0, 0, 0, 0};
        for (size_t j = 0; i + j < count; j++) {
            ages[j] = age[i + j];
            recencies[j] = recency[i + j];
            weights[j] = weight[i + j];
        }
        add_beta_geometric(
            &sums, _mm256_loadu_pd(ages), _mm256_loadu_pd(recencies), _mm256_loadu_pd(weights), alphas, shapes, odds, can_drop);
    }
    return (cvm_beta_geometric_sums){
        sum_of_lanes(sums.value), sum_of_lanes(sums.by_shape), sum_of_lanes(sums.by_rate), sum_of_lanes(sums.dropped)};
}

cvm_power_moments cvm_power_integral_avx2(double near, double far, double ratio, double length) {
    cvm_power_plan plan = cvm_plan_power_integral(near, far, ratio, length);
    const double *nodes = plan.points == 8 ? cvm_gauss_8_nodes : cvm_gauss_16_nodes;
    const double *weights = plan.points == 8 ? cvm_gauss_8_weights : cvm_gauss_16_weights;
    double width = plan.length / plan.panels;
    __m256d mass = _mm256_setzero_pd(), by_w = mass, by_q = mass, inverse_near = mass, inverse_far = mass;
    __m256d one = all(1), widths = all(width), ratios = all(ratio), nears = all(near), fars = all(far);
    for (int panel = 0; panel < plan.panels; panel++) {
        __m256d offset = all(panel);
        for (int i = 0; i < plan.points; i += 4) {
            __m256d w = _mm256_mul_pd(widths, _mm256_add_pd(offset, _mm256_load_pd(nodes + i)));
            __m256d grown = _ZGVdN4v_exp(w);
            __m256d far_grown = _mm256_fmadd_pd(ratios, _mm256_sub_pd(grown, one), one);
            __m256d q = _ZGVdN4v_log(far_grown);
            __m256d drop = _mm256_fmadd_pd(nears, w, _mm256_mul_pd(fars, q));
            __m256d fallen = _ZGVdN4v_exp(_mm256_sub_pd(_mm256_setzero_pd(), _mm256_min_pd(drop, all(700))));
            __m256d term = _mm256_mul_pd(_mm256_mul_pd(widths, _mm256_load_pd(weights + i)), fallen);
            mass = _mm256_add_pd(mass, term);
            by_w = _mm256_fmadd_pd(term, w, by_w);
            by_q = _mm256_fmadd_pd(term, q, by_q);
            inverse_near = _mm256_add_pd(inverse_near, _mm256_div_pd(term, grown));
            inverse_far = _mm256_add_pd(inverse_far, _mm256_div_pd(term, far_grown));
        }
    }
    return (cvm_power_moments){
        sum_of_lanes(mass), sum_of_lanes(by_w), sum_of_lanes(by_q), sum_of_lanes(inverse_near), sum_of_lanes(inverse_far)};
}

cvm_pareto_sums cvm_pareto_chunk_avx2(
    const double *age, const double *recency, const double *weight, size_t count, double shape, double alpha, double s, double beta) {
    cvm_pareto_sums sums = {0, 0, 0, 0, 0};
    int beta_is_near = beta <= alpha;
    double near = beta_is_near ? s : shape - 1;
    double far = beta_is_near ? shape : s + 1;
    double smaller = beta_is_near ? beta : alpha;
    double larger = beta_is_near ? alpha : beta;
    double log_s = log(s);
    for (size_t i = 0; i < count; i++) {
        double lanes[4];
        _mm256_storeu_pd(lanes, _ZGVdN4v_log(_mm256_setr_pd(alpha + age[i], alpha + recency[i], beta + age[i], beta + recency[i])));
        cvm_pareto_logs logs = {lanes[0], lanes[1], lanes[2], lanes[3]};
        double length = log1p((age[i] - recency[i]) / (smaller + recency[i]));
        double ratio = (smaller + recency[i]) / (larger + recency[i]);
        cvm_power_moments moments = cvm_power_integral_avx2(near, far, ratio, length);
        cvm_pareto_row row = cvm_finish_pareto_row(age[i], recency[i], shape, alpha, s, beta, log_s, logs, moments);
        sums.value += weight[i] * row.value;
        sums.by_shape += weight[i] * row.by_shape;
        sums.by_alpha += weight[i] * row.by_alpha;
        sums.by_s += weight[i] * row.by_s;
        sums.by_beta += weight[i] * row.by_beta;
    }
    return sums;
}

cvm_gamma_gamma_sums cvm_gamma_gamma_chunk_avx2(
    const double *mean, const double *weight, size_t count, double v, double purchases) {
    __m256d log_total = _mm256_setzero_pd(), inverse_total = log_total;
    size_t i = 0;
    for (; i < count; i += 4) {
        double means[4] = {0, 0, 0, 0}, weights[4] = {0, 0, 0, 0};
        const double *m = mean + i, *w = weight + i;
        if (i + 4 > count) {
            for (size_t j = 0; i + j < count; j++) {
                means[j] = mean[i + j];
                weights[j] = weight[i + j];
            }
            m = means;
            w = weights;
        }
        __m256d total = _mm256_fmadd_pd(all(purchases), _mm256_loadu_pd(m), all(v));
        __m256d weighing = _mm256_loadu_pd(w);
        log_total = _mm256_fmadd_pd(weighing, _ZGVdN4v_log(total), log_total);
        inverse_total = _mm256_add_pd(inverse_total, _mm256_div_pd(weighing, total));
    }
    return (cvm_gamma_gamma_sums){sum_of_lanes(log_total), sum_of_lanes(inverse_total)};
}

void cvm_combine_rows_avx2(const double *factors, const double *rows, size_t row_count, size_t width, double *out) {
    size_t j = 0;
    // Sixteen columns at a time stay in registers over all rows.
    for (; j + 16 <= width; j += 16) {
        __m256d s0 = _mm256_setzero_pd(), s1 = s0, s2 = s0, s3 = s0;
        for (size_t i = 0; i < row_count; i++) {
            const double *row = rows + i * width + j;
            __m256d factor = all(factors[i]);
            s0 = _mm256_fmadd_pd(factor, _mm256_loadu_pd(row), s0);
            s1 = _mm256_fmadd_pd(factor, _mm256_loadu_pd(row + 4), s1);
            s2 = _mm256_fmadd_pd(factor, _mm256_loadu_pd(row + 8), s2);
            s3 = _mm256_fmadd_pd(factor, _mm256_loadu_pd(row + 12), s3);
        }
        _mm256_storeu_pd(out + j, s0);
        _mm256_storeu_pd(out + j + 4, s1);
        _mm256_storeu_pd(out + j + 8, s2);
        _mm256_storeu_pd(out + j + 12, s3);
    }
    for (; j < width; j++) {
        double sum = 0;
        for (size_t i = 0; i < row_count; i++) { sum += factors[i] * rows[i * width + j]; }
        out[j] = sum;
    }
}

#pragma clang attribute pop

#endif
