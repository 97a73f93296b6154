package shop;

import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
@MapperScan(basePackages = "shop", annotationClass = org.apache.ibatis.annotations.Mapper.class)
public class Shop {}
