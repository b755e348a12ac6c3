#include "kernels.h"

#if CVM_HAS_AVX2

#include <dlfcn.h>
#include <immintrin.h>
#include <math.h>
#include <pthread.h>

#include "gauss_legendre.h"

// Four rows at a time. The functions are compiled for AVX2 and FMA whatever the flags of the build, and reached only after the
// processor was asked (vector_math.c). glibc's vector library is looked up when it is first needed: not every Linux has it, and the
// linker cannot be told so by processor. Its functions are known by their ABI names.
// log1p is not among them before glibc 2.35, so log(1 + e) stands in: its error is absolute, 1e-16, beside sums of order one.

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

typedef __m256d (*lane_function)(__m256d);

static lane_function lane_log, lane_exp;
static pthread_once_t lookup = PTHREAD_ONCE_INIT;

static void look_up(void) {
    void *library = dlopen("libmvec.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) { return; }
    lane_function found_log = (lane_function)dlsym(library, "_ZGVdN4v_log");
    lane_function found_exp = (lane_function)dlsym(library, "_ZGVdN4v_exp");
    if (!found_log || !found_exp) { return; }
    lane_log = found_log;
    lane_exp = found_exp;
}

int cvm_finds_lane_functions(void) {
    pthread_once(&lookup, look_up);
    return lane_log && lane_exp;
}

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
    __m256d log_age = lane_log(at_age);
    __m256d inverse_age = _mm256_div_pd(one, at_age);
    __m256d value = _mm256_mul_pd(shape, log_age);
    if (!can_drop) {
        sums->value = _mm256_fnmadd_pd(weight, value, sums->value);
        sums->by_shape = _mm256_fnmadd_pd(weight, log_age, sums->by_shape);
        sums->by_rate = _mm256_fnmadd_pd(weight, _mm256_mul_pd(shape, inverse_age), sums->by_rate);
        return;
    }
    __m256d at_recency = _mm256_add_pd(alpha, recency);
    __m256d gap = _mm256_sub_pd(log_age, lane_log(at_recency));
    __m256d d = _mm256_fmadd_pd(shape, gap, log_odds);
    __m256d size = _mm256_andnot_pd(all(-0.0), d);
    // Beyond 700 the vector exponential leaves its fast path; exp(-700) is zero beside one.
    __m256d e = lane_exp(_mm256_sub_pd(_mm256_setzero_pd(), _mm256_min_pd(size, all(700))));
    __m256d one_plus = _mm256_add_pd(one, e);
    __m256d is_likely = _mm256_cmp_pd(d, _mm256_setzero_pd(), _CMP_GE_OQ);
    __m256d dropped = _mm256_div_pd(_mm256_blendv_pd(e, one, is_likely), one_plus);
    __m256d soft = _mm256_add_pd(_mm256_max_pd(d, _mm256_setzero_pd()), lane_log(one_plus));
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

double cvm_power_integral_avx2(double near, double far, double ratio, double length) {
    cvm_power_plan plan = cvm_plan_power_integral(near, far, ratio, length);
    const double *nodes = plan.points == 8 ? cvm_gauss_8_nodes : cvm_gauss_16_nodes;
    const double *weights = plan.points == 8 ? cvm_gauss_8_weights : cvm_gauss_16_weights;
    double width = plan.length / plan.panels;
    __m256d mass = _mm256_setzero_pd(), one = all(1), widths = all(width);
    for (int panel = 0; panel < plan.panels; panel++) {
        __m256d offset = all(panel);
        for (int i = 0; i < plan.points; i += 4) {
            __m256d w = _mm256_mul_pd(widths, _mm256_add_pd(offset, _mm256_load_pd(nodes + i)));
            __m256d far_grown = _mm256_fmadd_pd(all(ratio), _mm256_sub_pd(lane_exp(w), one), one);
            __m256d drop = _mm256_fmadd_pd(all(near), w, _mm256_mul_pd(all(far), lane_log(far_grown)));
            __m256d fallen = lane_exp(_mm256_sub_pd(_mm256_setzero_pd(), _mm256_min_pd(drop, all(700))));
            mass = _mm256_fmadd_pd(_mm256_load_pd(weights + i), fallen, mass);
        }
    }
    return width * sum_of_lanes(mass);
}

// Four rows of Pareto/NBD side by side: they share the number of nodes, not the nodes. The formulas are those of
// kernels_scalar.c, line by line.
typedef struct {
    double shape, alpha, s, beta, log_s, near, far;
    int beta_is_near;
} pareto_setting;

typedef struct {
    __m256d value, by_shape, by_alpha, by_s, by_beta;
} pareto_lanes;

typedef struct {
    __m256d mass, w, q, inverse_near, inverse_far;
} power_lanes;

static inline double largest_of_lanes(__m256d v) {
    __m128d pair = _mm_max_pd(_mm256_castpd256_pd128(v), _mm256_extractf128_pd(v, 1));
    return fmax(_mm_cvtsd_f64(pair), _mm_cvtsd_f64(_mm_unpackhi_pd(pair, pair)));
}

static inline power_lanes power_integrals(const pareto_setting *setting, __m256d ratio, __m256d length) {
    double longest = largest_of_lanes(length);
    double bound = (fabs(setting->near) + setting->far) * longest;
    int points = 16, panels = 1;
    if (bound <= CVM_SMALL_DROP && longest <= CVM_SMALL_LENGTH) {
        points = 8;
    } else if (!(bound <= CVM_LARGE_DROP && longest <= CVM_LARGE_LENGTH)) {
        double lengths[4], ratios[4];
        _mm256_storeu_pd(lengths, length);
        _mm256_storeu_pd(ratios, ratio);
        for (int lane = 0; lane < 4; lane++) {
            cvm_power_plan plan = cvm_plan_power_integral(setting->near, setting->far, ratios[lane], lengths[lane]);
            lengths[lane] = plan.length;
            panels = plan.panels > panels ? plan.panels : panels;
        }
        length = _mm256_loadu_pd(lengths);
    }
    const double *nodes = points == 8 ? cvm_gauss_8_nodes : cvm_gauss_16_nodes;
    const double *weights = points == 8 ? cvm_gauss_8_weights : cvm_gauss_16_weights;
    __m256d width = _mm256_div_pd(length, all(panels));
    __m256d zero = _mm256_setzero_pd(), one = all(1), near = all(setting->near), far = all(setting->far);
    power_lanes sums = {zero, zero, zero, zero, zero};
    for (int panel = 0; panel < panels; panel++) {
        for (int i = 0; i < points; i++) {
            __m256d w = _mm256_mul_pd(width, all(panel + nodes[i]));
            __m256d grown = lane_exp(w);
            __m256d far_grown = _mm256_fmadd_pd(ratio, _mm256_sub_pd(grown, one), one);
            __m256d q = lane_log(far_grown);
            __m256d drop = _mm256_fmadd_pd(near, w, _mm256_mul_pd(far, q));
            __m256d fallen = lane_exp(_mm256_sub_pd(zero, _mm256_min_pd(drop, all(700))));
            __m256d term = _mm256_mul_pd(all(weights[i]), fallen);
            // One division for both quotients.
            __m256d both = _mm256_div_pd(term, _mm256_mul_pd(grown, far_grown));
            sums.mass = _mm256_add_pd(sums.mass, term);
            sums.w = _mm256_fmadd_pd(term, w, sums.w);
            sums.q = _mm256_fmadd_pd(term, q, sums.q);
            sums.inverse_near = _mm256_fmadd_pd(both, far_grown, sums.inverse_near);
            sums.inverse_far = _mm256_fmadd_pd(both, grown, sums.inverse_far);
        }
    }
    // All but the mass are wanted relative to it, so only the mass needs the width.
    __m256d scale = _mm256_div_pd(one, sums.mass);
    sums.w = _mm256_mul_pd(sums.w, scale);
    sums.q = _mm256_mul_pd(sums.q, scale);
    sums.inverse_near = _mm256_mul_pd(sums.inverse_near, scale);
    sums.inverse_far = _mm256_mul_pd(sums.inverse_far, scale);
    sums.mass = _mm256_mul_pd(sums.mass, width);
    return sums;
}

static inline void add_pareto(
    pareto_lanes *sums, const pareto_setting *setting, __m256d age, __m256d recency, __m256d weight) {
    __m256d zero = _mm256_setzero_pd(), one = all(1);
    __m256d shape = all(setting->shape), s = all(setting->s), s_plus = all(setting->s + 1);
    __m256d alpha_age = _mm256_add_pd(all(setting->alpha), age), beta_age = _mm256_add_pd(all(setting->beta), age);
    __m256d alpha_recency = _mm256_add_pd(all(setting->alpha), recency), beta_recency = _mm256_add_pd(all(setting->beta), recency);
    __m256d log_alpha_age = lane_log(alpha_age), log_alpha_recency = lane_log(alpha_recency);
    __m256d log_beta_age = lane_log(beta_age), log_beta_recency = lane_log(beta_recency);

    int beta_is_near = setting->beta_is_near;
    __m256d near_log = beta_is_near ? log_beta_recency : log_alpha_recency;
    __m256d length = _mm256_sub_pd(beta_is_near ? log_beta_age : log_alpha_age, near_log);
    __m256d ratio = beta_is_near ? _mm256_div_pd(beta_recency, alpha_recency) : _mm256_div_pd(alpha_recency, beta_recency);
    power_lanes moments = power_integrals(setting, ratio, length);

    __m256d has_gap = _mm256_cmp_pd(moments.mass, zero, _CMP_GT_OQ);
    __m256d log_mass = lane_log(_mm256_blendv_pd(one, moments.mass, has_gap));
    __m256d log_first = _mm256_sub_pd(zero, _mm256_fmadd_pd(shape, log_alpha_age, _mm256_mul_pd(s, log_beta_age)));
    __m256d log_rest = _mm256_add_pd(_mm256_add_pd(all(setting->log_s), near_log), log_mass);
    __m256d log_powers = _mm256_fmadd_pd(shape, log_alpha_recency, _mm256_mul_pd(s_plus, log_beta_recency));
    __m256d d = _mm256_sub_pd(_mm256_sub_pd(log_rest, log_powers), log_first);
    d = _mm256_blendv_pd(all(-700), d, has_gap);

    __m256d size = _mm256_andnot_pd(all(-0.0), d);
    __m256d e = lane_exp(_mm256_sub_pd(zero, _mm256_min_pd(size, all(700))));
    __m256d one_plus = _mm256_add_pd(one, e);
    __m256d is_likely = _mm256_cmp_pd(d, zero, _CMP_GE_OQ);
    __m256d dropped = _mm256_div_pd(_mm256_blendv_pd(e, one, is_likely), one_plus);
    __m256d alive = _mm256_sub_pd(one, dropped);
    __m256d value = _mm256_add_pd(log_first, _mm256_add_pd(_mm256_max_pd(d, zero), lane_log(one_plus)));

    __m256d alpha_gain = beta_is_near ? moments.q : moments.w, beta_gain = beta_is_near ? moments.w : moments.q;
    __m256d inverse_alpha = _mm256_div_pd(beta_is_near ? moments.inverse_far : moments.inverse_near, alpha_recency);
    __m256d inverse_beta = _mm256_div_pd(beta_is_near ? moments.inverse_near : moments.inverse_far, beta_recency);
    __m256d shape_stopped = _mm256_sub_pd(zero, _mm256_add_pd(log_alpha_recency, alpha_gain));
    __m256d s_stopped = _mm256_sub_pd(all(1 / setting->s), _mm256_add_pd(log_beta_recency, beta_gain));
    // Without a gap between t_x and T the moments are 0 / 0, and count for nothing.
    shape_stopped = _mm256_and_pd(shape_stopped, has_gap);
    s_stopped = _mm256_and_pd(s_stopped, has_gap);
    inverse_alpha = _mm256_and_pd(inverse_alpha, has_gap);
    inverse_beta = _mm256_and_pd(inverse_beta, has_gap);

    __m256d by_shape = _mm256_fmsub_pd(dropped, shape_stopped, _mm256_mul_pd(alive, log_alpha_age));
    __m256d by_s = _mm256_fmsub_pd(dropped, s_stopped, _mm256_mul_pd(alive, log_beta_age));
    __m256d per_alpha = _mm256_fmadd_pd(dropped, inverse_alpha, _mm256_div_pd(alive, alpha_age));
    __m256d alive_beta = _mm256_mul_pd(s, _mm256_div_pd(alive, beta_age));
    __m256d per_beta = _mm256_fmadd_pd(_mm256_mul_pd(dropped, s_plus), inverse_beta, alive_beta);
    sums->value = _mm256_fmadd_pd(weight, value, sums->value);
    sums->by_shape = _mm256_fmadd_pd(weight, by_shape, sums->by_shape);
    sums->by_alpha = _mm256_fnmadd_pd(weight, _mm256_mul_pd(shape, per_alpha), sums->by_alpha);
    sums->by_s = _mm256_fmadd_pd(weight, by_s, sums->by_s);
    sums->by_beta = _mm256_fnmadd_pd(weight, per_beta, sums->by_beta);
}

cvm_pareto_sums cvm_pareto_chunk_avx2(
    const double *age, const double *recency, const double *weight, size_t count, double shape, double alpha, double s, double beta) {
    int beta_is_near = beta <= alpha;
    pareto_setting setting = {
        shape, alpha, s, beta, log(s), beta_is_near ? s : shape - 1, beta_is_near ? shape : s + 1, beta_is_near};
    __m256d zero = _mm256_setzero_pd();
    pareto_lanes sums = {zero, zero, zero, zero, zero};
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        add_pareto(&sums, &setting, _mm256_loadu_pd(age + i), _mm256_loadu_pd(recency + i), _mm256_loadu_pd(weight + i));
    }
    if (i < count) {
        double ages[4] = {1, 1, 1, 1}, recencies[4] = {0, 0, 0, 0}, weights[4] = {0, 0, 0, 0};
        for (size_t j = 0; i + j < count; j++) {
            ages[j] = age[i + j];
            recencies[j] = recency[i + j];
            weights[j] = weight[i + j];
        }
        add_pareto(&sums, &setting, _mm256_loadu_pd(ages), _mm256_loadu_pd(recencies), _mm256_loadu_pd(weights));
    }
    return (cvm_pareto_sums){
        sum_of_lanes(sums.value), sum_of_lanes(sums.by_shape), sum_of_lanes(sums.by_alpha), sum_of_lanes(sums.by_s),
        sum_of_lanes(sums.by_beta)};
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
        log_total = _mm256_fmadd_pd(weighing, lane_log(total), log_total);
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

size_t cvm_mix_negative_binomials_avx2(
    double *terms, const double *growth, size_t count, double shape, double *out, size_t capacity) {
    double largest = 0;
    for (size_t j = 0; j < count; j++) { largest = fmax(largest, growth[j]); }
    size_t n = 0;
    while (n < capacity) {
        // P(n + 1) = P(n) ratio growth, at every node.
        double ratio = (shape + (double)n) / (double)(n + 1);
        __m256d sums = _mm256_setzero_pd(), ratios = all(ratio);
        for (size_t j = 0; j < count; j += 4) {
            __m256d term = _mm256_loadu_pd(terms + j);
            sums = _mm256_add_pd(sums, term);
            _mm256_storeu_pd(terms + j, _mm256_mul_pd(_mm256_mul_pd(term, ratios), _mm256_loadu_pd(growth + j)));
        }
        double sum = sum_of_lanes(sums);
        out[n] = sum;
        n += 1;
        // Ratios approach `growth` from either side, so what is left is below a geometric series.
        double fall = fmax(ratio, 1) * largest;
        if (sum * fall < 1e-14 * (1 - fall)) { break; }
    }
    return n;
}

#pragma clang attribute pop

#endif
