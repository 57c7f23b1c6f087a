/* Clients of the API on loopback, one thread for all of them, so that little of the machine is
 * theirs: each keeps its connection and sends its next request when it has the last one's answer.
 *
 *   http-load PORT TOKEN CLIENTS COUNT sale|customer WORD
 *
 * WORD makes the references of this run's sales differ from other runs'. Prints one line: requests,
 * seconds, p50 and p99 in microseconds, and how many answers had another status than 200 and 201.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct client {
    int socket;
    size_t length;
    char answer[65536];
    double began;
};

static const char *port, *token, *word;
static int is_sale;
static long sent;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

/* A sale of five lines at 100 each, or the customer of a phone that is known after the first. */
static int body(char *text, size_t size, long number) {
    if (!is_sale) return snprintf(text, size, "{\"phone\": \"9876543210\"}");
    char lines[512] = "", items[512] = "";
    for (int id = 1; id <= 5; id++) {
        char one[96];
        snprintf(one, sizeof one, "%s{\"productId\": \"%d\", \"quantity\": 1}", id > 1 ? "," : "",
                 id);
        strcat(lines, one);
        snprintf(one, sizeof one, "%s{\"productId\": \"%d\", \"quantity\": 1, \"price\": 100}",
                 id > 1 ? "," : "", id);
        strcat(items, one);
    }
    return snprintf(text, size,
                    "{\"saleItems\": [%s], \"referenceNumber\": \"%s-%ld\", \"receiptData\": "
                    "{\"items\": [%s], \"subtotal\": 500, \"total\": 500, \"paymentMethod\": "
                    "\"Cash\"}}",
                    lines, word, number, items);
}

static void ask(struct client *client) {
    char text[2048], request[4096];
    int size = body(text, sizeof text, ++sent);
    int length = snprintf(
        request, sizeof request,
        "POST /api/v1/%s HTTP/1.1\r\nHost: localhost:%s\r\nAuthorization: Bearer %s\r\n"
        "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
        is_sale ? "inventory/sales" : "customers/find-or-create", port, token, size, text);
    client->length = 0;
    client->began = now();
    if (write(client->socket, request, length) != length) fail("write");
}

/* The status of a whole answer; 0 while some of it is missing. */
static int status(struct client *client) {
    client->answer[client->length] = 0;
    char *end = strstr(client->answer, "\r\n\r\n");
    if (!end) return 0;
    char *field = strcasestr(client->answer, "\r\ncontent-length:");
    if (!field || field > end) return 0;
    size_t whole = end + 4 - client->answer + strtoul(field + 17, NULL, 10);
    return client->length < whole ? 0 : atoi(client->answer + 9);
}

static int by_size(const void *one, const void *other) {
    double difference = *(const double *)one - *(const double *)other;
    return difference < 0 ? -1 : difference > 0;
}

int main(int count, char **words) {
    if (count != 7) return fprintf(stderr, "usage: see the top of the source\n"), 2;
    port = words[1];
    token = words[2];
    int clients = atoi(words[3]);
    long total = atol(words[4]), answered = 0, others = 0;
    is_sale = !strcmp(words[5], "sale");
    word = words[6];
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(port)),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    struct client *all = calloc(clients, sizeof *all);
    double *times = calloc(total, sizeof *times);
    int poll = epoll_create1(0);
    double began = now();
    for (int index = 0; index < clients; index++) {
        struct client *client = &all[index];
        client->socket = socket(AF_INET, SOCK_STREAM, 0);
        if (connect(client->socket, (struct sockaddr *)&address, sizeof address)) fail("connect");
        setsockopt(client->socket, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = client};
        if (epoll_ctl(poll, EPOLL_CTL_ADD, client->socket, &event)) fail("epoll_ctl");
        if (sent < total) ask(client);
    }
    while (answered < total) {
        struct epoll_event events[64];
        int ready = epoll_wait(poll, events, 64, 60000);
        if (ready < 1) fail("no answer within a minute");
        for (int index = 0; index < ready; index++) {
            struct client *client = events[index].data.ptr;
            ssize_t got = read(client->socket, client->answer + client->length,
                               sizeof client->answer - 1 - client->length);
            if (got < 1) fail("read");
            client->length += got;
            int code = status(client);
            if (!code) continue;
            if (code != 200 && code != 201 && !others++)
                fprintf(stderr, "%s\n", client->answer);
            times[answered++] = now() - client->began;
            if (sent < total) ask(client);
        }
    }
    double seconds = now() - began;
    qsort(times, total, sizeof *times, by_size);
    printf("%ld %.3f %.0f %.0f %ld\n", total, seconds, times[total / 2] * 1e6,
           times[total * 99 / 100] * 1e6, others);
    return 0;
}
