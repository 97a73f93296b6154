<?php

namespace app\models;

use yii\db\ActiveRecord;
use yii\db\Query;

class User extends ActiveRecord
{
    public static function tableName()
    {
        return '{{%users}}';
    }

    public function rules()
    {
        return [[['orders'], 'required'], [['users'], 'unique', 'targetClass' => User::class]];
    }

    public function getOrders()
    {
        return $this->hasMany(Order::class, ['users' => 'id'])->viaTable('order_items', ['users' => 'id']);
    }
}

class Order extends ActiveRecord
{
    public static function tableName(): string
    {
        return 'orders';
    }
}

(new Query())->select(['id', 'users'])->from('orders')->leftJoin('users u', 'u.id = orders.users')->where(['users' => 1])->all();
(new Query())->from(['o' => 'orders'])->innerJoin(['u' => '{{%users}}'], 'u.id = o.users');
Yii::$app->db->createCommand('SELECT * FROM orders WHERE users = :u')->queryAll();
Yii::$app->db->createCommand('SELECT * FROM {{%orders}} WHERE [[users]] = 1')->queryAll();
Yii::$app->db->createCommand()->insert('sessions', ['users' => 1])->execute();
Yii::t('orders', 'Select from users');
