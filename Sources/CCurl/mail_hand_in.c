#include "CCurl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

const int mail_could_not_resolve = CURLE_COULDNT_RESOLVE_HOST;
const int mail_could_not_connect = CURLE_COULDNT_CONNECT;
const int mail_login_denied = CURLE_LOGIN_DENIED;
const int mail_no_library = -1;
const int mail_timed_out = CURLE_OPERATION_TIMEDOUT;

#ifdef __APPLE__
static const char *const names[] = {"libcurl.4.dylib", "/usr/lib/libcurl.4.dylib"};
#else
static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
#endif

// The library is looked for when the first mail is sent: who sends none does not need it, and one package runs on systems that call it by
// different names. Its interface has been the same since 2006.
static struct {
    CURLcode (*global_init)(long);
    CURL *(*easy_init)(void);
    CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
    CURLcode (*easy_perform)(CURL *);
    CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
    const char *(*easy_strerror)(CURLcode);
    void (*easy_cleanup)(CURL *);
    struct curl_slist *(*slist_append)(struct curl_slist *, const char *);
    void (*slist_free_all)(struct curl_slist *);
    int is_ready;
} lib;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void) {
    void *file = NULL;
    for (size_t n = 0; !file && n < sizeof names / sizeof *names; n++) file = dlopen(names[n], RTLD_NOW | RTLD_LOCAL);
    if (!file) return;
    *(void **)&lib.global_init = dlsym(file, "curl_global_init");
    *(void **)&lib.easy_init = dlsym(file, "curl_easy_init");
    *(void **)&lib.easy_setopt = dlsym(file, "curl_easy_setopt");
    *(void **)&lib.easy_perform = dlsym(file, "curl_easy_perform");
    *(void **)&lib.easy_getinfo = dlsym(file, "curl_easy_getinfo");
    *(void **)&lib.easy_strerror = dlsym(file, "curl_easy_strerror");
    *(void **)&lib.easy_cleanup = dlsym(file, "curl_easy_cleanup");
    *(void **)&lib.slist_append = dlsym(file, "curl_slist_append");
    *(void **)&lib.slist_free_all = dlsym(file, "curl_slist_free_all");
    lib.is_ready = lib.global_init && lib.easy_init && lib.easy_setopt && lib.easy_perform && lib.easy_getinfo && lib.easy_strerror &&
                   lib.easy_cleanup && lib.slist_append && lib.slist_free_all && lib.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

struct left {
    const uint8_t *bytes;
    size_t count;
};

static size_t give(char *buffer, size_t size, size_t count, void *context) {
    struct left *left = context;
    size_t room = size * count;
    size_t taken = left->count < room ? left->count : room;
    memcpy(buffer, left->bytes, taken);
    left->bytes += taken;
    left->count -= taken;
    return taken;
}

static size_t ignore(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

int mail_hand_in(const struct mail_transfer *transfer, char *reason, size_t reason_size, long *answer) {
    pthread_once(&once, begin);
    *answer = 0;
    if (!lib.is_ready) return mail_no_library;
    if (reason_size > 0) reason[0] = 0;
    CURL *curl = lib.easy_init();
    struct curl_slist *recipients = lib.slist_append(NULL, transfer->to);
    if (!curl || !recipients) {
        if (curl) lib.easy_cleanup(curl);
        lib.slist_free_all(recipients);
        return CURLE_OUT_OF_MEMORY;
    }
    char words[CURL_ERROR_SIZE] = "";
    struct left left = {transfer->message, transfer->length};
    lib.easy_setopt(curl, CURLOPT_ERRORBUFFER, words);
    lib.easy_setopt(curl, CURLOPT_URL, transfer->url);
#if CURL_AT_LEAST_VERSION(7, 85, 0)
    lib.easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
#else
    lib.easy_setopt(curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_SMTP | CURLPROTO_SMTPS));
#endif
    // A proxy of the environment is for pages, not for mail.
    lib.easy_setopt(curl, CURLOPT_PROXY, "");
    lib.easy_setopt(curl, CURLOPT_USE_SSL, (long)(transfer->security == MAIL_PLAIN_ALLOWED ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    // A server on this machine may have a certificate that nobody signed.
    if (transfer->security == MAIL_PLAIN_ALLOWED) {
        lib.easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        lib.easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    lib.easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    if (transfer->user) lib.easy_setopt(curl, CURLOPT_USERNAME, transfer->user);
    if (transfer->password) lib.easy_setopt(curl, CURLOPT_PASSWORD, transfer->password);
    lib.easy_setopt(curl, CURLOPT_MAIL_FROM, transfer->from);
    lib.easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    lib.easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    lib.easy_setopt(curl, CURLOPT_READFUNCTION, give);
    lib.easy_setopt(curl, CURLOPT_READDATA, &left);
    lib.easy_setopt(curl, CURLOPT_WRITEFUNCTION, ignore);
    lib.easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)transfer->length);
    lib.easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, transfer->connect_seconds);
    lib.easy_setopt(curl, CURLOPT_TIMEOUT, transfer->total_seconds);
    lib.easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    CURLcode code = lib.easy_perform(curl);
    lib.easy_getinfo(curl, CURLINFO_RESPONSE_CODE, answer);
    if (code != CURLE_OK && reason_size > 0) snprintf(reason, reason_size, "%s", words[0] ? words : lib.easy_strerror(code));
    lib.slist_free_all(recipients);
    lib.easy_cleanup(curl);
    return (int)code;
}
