<?php

namespace App\Http\Requests;

use Illuminate\Foundation\Http\FormRequest;
use Illuminate\Validation\Rule;

class OrderRequest extends FormRequest
{
    public function rules(): array
    {
        return [
            'orders' => 'required|array',
            'users' => ['required', 'exists:users,id'],
            'email' => 'required|email|unique:users,email,' . $this->id,
            'product' => 'exists:products',
            'name' => ['string', Rule::unique('users')->ignore($this->id), Rule::exists('orders', 'users')->where('users', 1)],
            'topic' => [Rule::unique('public.topics', 'users')],
            'state' => 'in:orders,users',
        ];
    }

    public function messages()
    {
        return ['users.exists' => 'Select a user from users', 'orders.required' => 'orders'];
    }
}
Route::get('/orders', [OrderController::class, 'index'])->name('orders');
Route::resource('users', UserController::class);
