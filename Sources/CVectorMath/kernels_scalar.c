#include <math.h>

#include "gauss_legendre.h"
#include "kernels.h"

// One row at a time with the C library: the path of every processor without AVX2, and the yardstick of the other path.

cvm_beta_geometric_sums cvm_beta_geometric_chunk_scalar(
    const double *age, const double *recency, const double *weight, size_t count, double alpha, double shape, double log_odds) {
    cvm_beta_geometric_sums sums = {0, 0, 0, 0};
    for (size_t i = 0; i < count; i++) {
        double at_age = alpha + age[i];
        double log_age = log(at_age);
        double value = -shape * log_age;
        double by_shape = -log_age;
        double by_rate = -shape / at_age;
        if (log_odds > -INFINITY) {
            double at_recency = alpha + recency[i];
            double gap = log_age - log(at_recency);
            double d = log_odds + shape * gap;
            double e = exp(-fabs(d));
            double dropped = (d >= 0 ? 1 : e) / (1 + e);
            value += fmax(d, 0) + log1p(e);
            by_shape += dropped * gap;
            by_rate += dropped * shape * (1 / at_age - 1 / at_recency);
            sums.dropped += weight[i] * dropped;
        }
        sums.value += weight[i] * value;
        sums.by_shape += weight[i] * by_shape;
        sums.by_rate += weight[i] * by_rate;
    }
    return sums;
}

// The integrand falls by exp(-36) where it is cut: 2e-16 of its largest value.
static const double negligible_drop = 36;

cvm_power_plan cvm_plan_power_integral(double near, double far, double ratio, double length) {
    // q(w) <= w, so this bounds how far the integrand moves without a logarithm: most rows end here.
    double bound = (fabs(near) + far) * length;
    if (bound <= CVM_SMALL_DROP && length <= CVM_SMALL_LENGTH) { return (cvm_power_plan){length, 1, 8}; }
    if (bound <= CVM_LARGE_DROP && length <= CVM_LARGE_LENGTH) { return (cvm_power_plan){length, 1, 16}; }
    if (bound > negligible_drop) {
        // Either term alone falls far enough by these lengths, and both grow with w. near may lie between -1 and 0: the
        // far term then has to make good what the near term gains.
        double gain = near < 0 ? -near * length : 0;
        double by_far = log1p(expm1(fmin((negligible_drop + gain) / far, 600)) / ratio);
        if (near * length > negligible_drop) { length = negligible_drop / near; }
        if (by_far < length) { length = by_far; }
    }
    double drop = fabs(near) * length + far * log1p(ratio * expm1(fmin(length, 600)));
    double panels = ceil(fmax(length / CVM_LARGE_LENGTH, drop / CVM_LARGE_DROP));
    // Parameters lie within 1e-5...1e6 and times under 1e5 weeks, so 64 is never reached; it bounds the loop for any input.
    if (!(panels >= 1)) { panels = 1; }
    if (panels > 64) { panels = 64; }
    return (cvm_power_plan){length, (int)panels, 16};
}

cvm_power_moments cvm_power_integral_scalar(double near, double far, double ratio, double length) {
    cvm_power_plan plan = cvm_plan_power_integral(near, far, ratio, length);
    const double *nodes = plan.points == 8 ? cvm_gauss_8_nodes : cvm_gauss_16_nodes;
    const double *weights = plan.points == 8 ? cvm_gauss_8_weights : cvm_gauss_16_weights;
    double width = plan.length / plan.panels;
    cvm_power_moments sums = {0, 0, 0, 0, 0};
    for (int panel = 0; panel < plan.panels; panel++) {
        for (int i = 0; i < plan.points; i++) {
            double w = width * (panel + nodes[i]);
            double grown = exp(w);
            double far_grown = 1 + ratio * (grown - 1);
            double q = log(far_grown);
            double term = width * weights[i] * exp(-(near * w + far * q));
            sums.mass += term;
            sums.w += term * w;
            sums.q += term * q;
            sums.inverse_near += term / grown;
            sums.inverse_far += term / far_grown;
        }
    }
    return sums;
}

typedef struct {
    double log_alpha_age, log_alpha_recency, log_beta_age, log_beta_recency;
} pareto_logs;

typedef struct {
    double value, by_shape, by_alpha, by_s, by_beta;
} pareto_row;

// L = Gamma(r + x) alpha^r beta^s / Gamma(r) * {first + s * integral} (Fader & Hardie 2005, "A note on deriving the Pareto/NBD
// model", eq. 17-19); this is log{...} and its derivatives, the derivatives of the integral taken under the integral sign.
static pareto_row finish_pareto_row(
    double age, double recency, double shape, double alpha, double s, double beta, double log_s,
    pareto_logs logs, cvm_power_moments moments) {
    int beta_is_near = beta <= alpha;
    double log_first = -shape * logs.log_alpha_age - s * logs.log_beta_age;
    pareto_row row = {log_first, -logs.log_alpha_age, -shape / (alpha + age), -logs.log_beta_age, -s / (beta + age)};
    if (!(moments.mass > 0)) { return row; }

    double log_near = beta_is_near ? logs.log_beta_recency : logs.log_alpha_recency;
    double log_second = log_s - shape * logs.log_alpha_recency - (s + 1) * logs.log_beta_recency + log_near + log(moments.mass);
    double scale = 1 / moments.mass;
    double alpha_gain = (beta_is_near ? moments.q : moments.w) * scale;
    double beta_gain = (beta_is_near ? moments.w : moments.q) * scale;
    double inverse_alpha = (beta_is_near ? moments.inverse_far : moments.inverse_near) * scale / (alpha + recency);
    double inverse_beta = (beta_is_near ? moments.inverse_near : moments.inverse_far) * scale / (beta + recency);

    double d = log_second - log_first;
    double e = exp(-fabs(d));
    double dropped = (d >= 0 ? 1 : e) / (1 + e);
    double alive = 1 - dropped;
    row.value = fmax(log_first, log_second) + log1p(e);
    row.by_shape = alive * row.by_shape + dropped * (-logs.log_alpha_recency - alpha_gain);
    row.by_alpha = alive * row.by_alpha - dropped * shape * inverse_alpha;
    row.by_s = alive * row.by_s + dropped * (1 / s - logs.log_beta_recency - beta_gain);
    row.by_beta = alive * row.by_beta - dropped * (s + 1) * inverse_beta;
    return row;
}

cvm_pareto_sums cvm_pareto_chunk_scalar(
    const double *age, const double *recency, const double *weight, size_t count, double shape, double alpha, double s, double beta) {
    cvm_pareto_sums sums = {0, 0, 0, 0, 0};
    int beta_is_near = beta <= alpha;
    double near = beta_is_near ? s : shape - 1;
    double far = beta_is_near ? shape : s + 1;
    double smaller = beta_is_near ? beta : alpha;
    double larger = beta_is_near ? alpha : beta;
    double log_s = log(s);
    for (size_t i = 0; i < count; i++) {
        pareto_logs logs = {log(alpha + age[i]), log(alpha + recency[i]), log(beta + age[i]), log(beta + recency[i])};
        double length = log1p((age[i] - recency[i]) / (smaller + recency[i]));
        double ratio = (smaller + recency[i]) / (larger + recency[i]);
        cvm_power_moments moments = cvm_power_integral_scalar(near, far, ratio, length);
        pareto_row row = finish_pareto_row(age[i], recency[i], shape, alpha, s, beta, log_s, logs, moments);
        sums.value += weight[i] * row.value;
        sums.by_shape += weight[i] * row.by_shape;
        sums.by_alpha += weight[i] * row.by_alpha;
        sums.by_s += weight[i] * row.by_s;
        sums.by_beta += weight[i] * row.by_beta;
    }
    return sums;
}

cvm_gamma_gamma_sums cvm_gamma_gamma_chunk_scalar(
    const double *mean, const double *weight, size_t count, double v, double purchases) {
    cvm_gamma_gamma_sums sums = {0, 0};
    for (size_t i = 0; i < count; i++) {
        double total = v + purchases * mean[i];
        sums.log_total += weight[i] * log(total);
        sums.inverse_total += weight[i] / total;
    }
    return sums;
}

void cvm_combine_rows_scalar(const double *factors, const double *rows, size_t row_count, size_t width, double *out) {
    for (size_t j = 0; j < width; j++) { out[j] = 0; }
    for (size_t i = 0; i < row_count; i++) {
        for (size_t j = 0; j < width; j++) { out[j] += factors[i] * rows[i * width + j]; }
    }
}

size_t cvm_mix_negative_binomials_scalar(
    double *terms, const double *growth, size_t count, double shape, double *out, size_t capacity) {
    double largest = 0;
    for (size_t j = 0; j < count; j++) { largest = fmax(largest, growth[j]); }
    size_t n = 0;
    while (n < capacity) {
        // P(n + 1) = P(n) ratio growth, at every node.
        double ratio = (shape + (double)n) / (double)(n + 1);
        double sum = 0;
        for (size_t j = 0; j < count; j++) {
            sum += terms[j];
            terms[j] *= ratio * growth[j];
        }
        out[n] = sum;
        n += 1;
        // Ratios approach `growth` from either side, so what is left is below a geometric series.
        double fall = fmax(ratio, 1) * largest;
        if (sum * fall < 1e-14 * (1 - fall)) { break; }
    }
    return n;
}
