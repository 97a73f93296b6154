package io.github.schemasplit.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Watches how full this JVM's heap is at each collection, which is when it is fullest. */
final class HeapWatch {
    private static final long MEBIBYTE = 1024 * 1024;

    private final AtomicLong before = new AtomicLong();
    private final AtomicLong after = new AtomicLong();

    private HeapWatch() {}

    static HeapWatch start() {
        HeapWatch watch = new HeapWatch();
        Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(pool -> pool.getName())
                .collect(Collectors.toSet());
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector)
                        .addNotificationListener(
                                (notification, handback) -> watch.collected(
                                        GarbageCollectionNotificationInfo.from(
                                                (CompositeData) notification.getUserData()),
                                        heap),
                                null,
                                null));
        return watch;
    }

    /** The most that was on the heap, garbage included, in MiB. */
    long peak() {
        return before.get() / MEBIBYTE;
    }

    /** The most that a collection left on the heap, in MiB. */
    long peakAfterCollection() {
        return after.get() / MEBIBYTE;
    }

    private void collected(GarbageCollectionNotificationInfo info, Set<String> heap) {
        before.accumulateAndGet(used(info.getGcInfo().getMemoryUsageBeforeGc(), heap), Math::max);
        after.accumulateAndGet(used(info.getGcInfo().getMemoryUsageAfterGc(), heap), Math::max);
    }

    private static long used(Map<String, MemoryUsage> pools, Set<String> heap) {
        return pools.entrySet().stream()
                .filter(pool -> heap.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }
}
