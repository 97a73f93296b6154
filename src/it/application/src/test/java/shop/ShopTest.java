package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

class ShopTest {
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() throws Exception {
        application = SpringApplication.run(
                Shop.class,
                "--spring.datasource.url=jdbc:postgresql://localhost:" + Database.port() + "/postgres",
                "--spring.datasource.username=" + Database.USER);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    @Test
    void entity() {
        assertTrue(bean(OrderRepository.class).count() > 0);
    }

    @Test
    void collectionTableAndFormula() {
        Order order = bean(OrderRepository.class).withMoreThan(1).get(0);
        assertEquals(order.pieces, order.items.stream().mapToLong(i -> i.quantity).sum());
    }

    @Test
    void nativeQuery() {
        assertTrue(bean(OrderRepository.class).countByProduct("%") > 0);
    }

    @Test
    void namedNativeQuery() {
        assertNotNull(bean(EntityManager.class).createNamedQuery("Order.drafts").getResultList());
    }

    @Test
    void entityWithoutTable() {
        assertFalse(bean(EntityManager.class).createQuery("from SearchHistory h").getResultList().isEmpty());
    }

    @Test
    void sequenceOfTable() {
        Topic topic = new Topic();
        topic.slug = "about-topics";
        topic.title = "All topics";
        new TransactionTemplate(bean(org.springframework.transaction.PlatformTransactionManager.class))
                .executeWithoutResult(status -> {
                    bean(EntityManager.class).persist(topic);
                    bean(EntityManager.class).flush();
                    status.setRollbackOnly();
                });
        assertNotNull(topic.id);
    }

    @Test
    void mapperByAnnotations() {
        FlagMapper flags = bean(FlagMapper.class);
        long enabled = flags.count(true);
        String key = flags.keys(List.of()).get(0);
        assertEquals(1, flags.flip(key));
        assertEquals(1, Math.abs(enabled - flags.count(true)));
        assertEquals(1, flags.flip(key));
    }

    @Test
    void mapperByXml() {
        assertTrue(bean(FlagMapper.class).keys(List.of("nobody")).isEmpty());
        assertFalse(bean(FlagMapper.class).keys(List.of()).isEmpty());
    }

    @Test
    void concatenatedText() {
        assertFalse(bean(Catalogue.class).names("Amber").isEmpty());
    }
}
